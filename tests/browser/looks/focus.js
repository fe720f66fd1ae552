// What is wrong with where the focus is, as a list of texts. An element that has it must be seen: it has a size, lies in
// the window, nothing covers all of it, and a ring is drawn around it or around the label that stands for it, unless it is a place
// that a reader was led to.
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return [];
const name = element.outerHTML.slice(0, 200);
const label = element.matches("input") ? element.closest("label") : null;
const shown = label ?? element;
const wrong = [];
const box = shown.getBoundingClientRect();
if (box.width < 1 || box.height < 1) wrong.push(`no size: ${name}`);
const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
if (right <= left || bottom <= top) {
    wrong.push(`out of the window: ${name}`);
} else {
    const shares = [0.02, 0.25, 0.5, 0.75, 0.98];
    const is_seen = shares.some(x => shares.some(y => {
        const there = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return there && (shown.contains(there) || there.contains(shown));
    }));
    if (!is_seen) wrong.push(`covered: ${name}`);
}
const has_ring = part => {
    const style = getComputedStyle(part);
    const is_drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && style.outlineColor !== "rgba(0, 0, 0, 0)";
    return is_drawn || style.boxShadow !== "none";
};
const box_of_mark = element.querySelector?.(".node-box");
const is_thick = box_of_mark && parseFloat(getComputedStyle(box_of_mark).strokeWidth) >= 2;
const is_place = element.matches(".popover, dialog, :is(section, h1, h2, h3)[tabindex='-1']");
if (![element, shown].some(has_ring) && !is_thick && !is_place) wrong.push(`no ring: ${name}`);
return wrong;
