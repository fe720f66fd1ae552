// Targets of the pointer that are smaller than 24 by 24 and have too little room around them, as a list of texts
// (WCAG 2.5.8). Exempt are links in a line of text, what the browser sized itself, and the marks of plots, whose places are
// what they say.
const SIDE = 24;
const all = [...document.querySelectorAll("a[href], button, input, select, summary, [role=button], [tabindex='0']")];
const is_inline = element => {
    const inline = element.matches("a, .defined, .word-button") && getComputedStyle(element).display.startsWith("inline");
    return inline && element.parentElement.textContent.trim() !== element.textContent.trim();
};
const targets = all
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled)
    .filter(element => !element.matches(".skip-link, svg [data-mark]:not(.node), .table-scroll, [role=group]") && !is_inline(element))
    .map(element => {
        const box = (element.matches("input") && element.closest("label") || element).getBoundingClientRect();
        return { element, box, x: box.left + box.width / 2, y: box.top + box.height / 2 };
    })
    .filter(({ box }) => box.width > 1 && box.height > 1);
const is_small = ({ box }) => box.width < SIDE - 0.5 || box.height < SIDE - 0.5;
const reaches = (one, other) => {
    const x = Math.max(other.box.left, Math.min(one.x, other.box.right));
    const y = Math.max(other.box.top, Math.min(one.y, other.box.bottom));
    return Math.hypot(one.x - x, one.y - y) < SIDE / 2 - 0.5;
};
const are_near = (one, other) => is_small(other)
    ? Math.hypot(one.x - other.x, one.y - other.y) < SIDE - 0.5
    : reaches(one, other);
const is_apart = (one, other) => !one.element.contains(other.element) && !other.element.contains(one.element)
    && one.element.closest("label") !== (other.element.closest("label") ?? other);
return targets.filter(is_small)
    .filter(one => targets.some(other => other !== one && is_apart(one, other) && are_near(one, other)))
    .map(({ element, box }) => `${box.width.toFixed(1)} by ${box.height.toFixed(1)}: ${element.outerHTML.slice(0, 160)}`);
