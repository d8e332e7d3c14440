// Choosing all proposals of a group at once, and how many are chosen.
for (const head of document.querySelectorAll('.look-through > h2')) {
  const boxes = [];
  for (let next = head.nextElementSibling; next && next.tagName !== 'H2'; next = next.nextElementSibling) {
    boxes.push(...next.querySelectorAll('input[type=checkbox]'));
  }
  if (boxes.length < 2) continue;
  const tools = document.createElement('p');
  tools.className = 'd-flex flex-wrap gap-2 align-items-center';
  const count = document.createElement('span');
  count.setAttribute('role', 'status');
  const tell = () => { count.textContent = `Đang chọn ${boxes.filter((box) => box.checked).length} trên ${boxes.length}.`; };
  for (const [text, value] of [['Chọn tất cả', true], ['Bỏ chọn tất cả', false]]) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm btn-outline-secondary';
    button.textContent = text;
    button.addEventListener('click', () => { boxes.forEach((box) => { box.checked = value; }); tell(); });
    tools.append(button);
  }
  tools.append(count);
  head.after(tools);
  boxes.forEach((box) => box.addEventListener('change', tell));
  tell();
}
