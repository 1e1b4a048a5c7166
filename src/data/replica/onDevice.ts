/** Whether the device did it. That it cannot store is said, and is no reason to stop. */
export async function onDevice(
  work: () => Promise<void>,
  storeFailed: (error: unknown) => void,
): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    storeFailed(error);
    return false;
  }
}
