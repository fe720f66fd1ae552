// Pairs of texts that stand on each other, as a list of texts. What lies over the page on purpose is left out.
const texts = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("svg, .hidden, .skip-link, .word-card, .popover, .map-detail, .frontier-detail, .plane-detail, script, noscript, dialog:not([open])")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
        if (box.width > 2 && box.height > 2) texts.push({ node, box });
    }
}
texts.sort((one, other) => one.box.top - other.box.top);
const wrong = [];
for (let i = 0; i < texts.length; i++) {
    const one = texts[i];
    for (let j = i + 1; j < texts.length && texts[j].box.top < one.box.bottom; j++) {
        const other = texts[j];
        if (one.node === other.node) continue;
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (width > 3 && height > 6) wrong.push(`${one.node.data.trim().slice(0, 60)} | ${other.node.data.trim().slice(0, 60)}`);
    }
}
return wrong;
