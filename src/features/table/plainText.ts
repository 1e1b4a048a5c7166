/** Text for searching: small letters without diacritics, so that «nong ha» finds «Nông Hạ». */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
}
