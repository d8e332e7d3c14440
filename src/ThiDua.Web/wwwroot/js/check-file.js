// Hashes a file in the browser and compares it with the issued document's SHA-256; nothing is sent.
(() => {
  const box = document.querySelector("[data-check-file]");
  if (!box) return;
  const answer = box.querySelector("[data-check-answer]");
  const input = box.querySelector("input");
  const say = (text, tone) => { answer.textContent = text; answer.className = `mt-3 mb-0 fw-semibold text-break ${tone}`; };

  if (!window.crypto?.subtle) {
    input.disabled = true;
    say("Trình duyệt chỉ tính được mã của tệp khi trang này mở bằng địa chỉ https. Hãy mở lại bằng https, hoặc tự tính SHA-256 của tệp rồi so với mã ở trên.", "text-danger");
    return;
  }
  say("Chưa chọn tệp.", "text-secondary");

  const check = async file => {
    if (!file) return;
    say(`Đang tính mã của “${file.name}”…`, "text-secondary");
    try {
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
      const hex = [...digest].map(byte => byte.toString(16).padStart(2, "0")).join("");
      if (hex === box.dataset.checkFile) say(`Đúng: tệp “${file.name}” chính là bản PDF đã ban hành.`, "text-success");
      else say(`Không trùng: tệp “${file.name}” không phải là bản PDF đã ban hành (mã ${hex}).`, "text-danger");
    } catch {
      say(`Không đọc được tệp “${file.name}”.`, "text-danger");
    }
  };

  input.addEventListener("change", () => check(input.files[0]));
  box.addEventListener("dragover", event => event.preventDefault());
  box.addEventListener("drop", event => { event.preventDefault(); check(event.dataTransfer.files[0]); });
})();
