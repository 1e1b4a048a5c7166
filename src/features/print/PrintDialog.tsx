export function PrintDialog({ onClose }: { readonly onClose: () => void }) {
  return <button type="button" onClick={onClose} />;
}
