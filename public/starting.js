/*
 * Before the app itself is there: says so when its files do not come, since nothing else of it is there to say it.
 * Plain, and without a name that changes: it must load where the rest does not.
 */
(() => {
  const words = () => {
    let english = false;
    try {
      english = localStorage.getItem('cohoa.language') === 'en';
    } catch {
      // A browser that keeps nothing for this page knows no language of its reader.
    }
    return english
      ? ['Cờ Hoa could not be opened: part of it did not arrive.', 'Try again']
      : ['Chưa mở được Cờ Hoa: máy chưa tải về đủ.', 'Thử lại'];
  };
  const failed = () => {
    const root = document.getElementById('root');
    // Once the app has drawn itself, it speaks for itself.
    if (root === null || root.querySelector('[data-starting]') === null) return;
    const place = root.querySelector('[data-starting]');
    const [sentence, tryAgain] = words();
    place.textContent = sentence;
    place.setAttribute('role', 'alert');
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = tryAgain;
    again.style.cssText = 'display:block;margin:16px auto;font:inherit;padding:8px 16px';
    again.onclick = () => location.reload();
    place.append(again);
  };
  const isFile = (target) => target instanceof HTMLScriptElement || target instanceof HTMLLinkElement;
  // What fails to load is told to nobody but those who listen before it reaches its element.
  window.addEventListener('error', (event) => isFile(event.target) && failed(), true);
  // What the app loads by itself before it can draw.
  window.addEventListener('cohoa-not-started', failed);
})();
