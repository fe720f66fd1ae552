// What the page does not show any more where a reader's own colours take the place of its own, as a list of texts: drawings
// that do not stand out from their ground, what is chosen and looks like what is not, and swatches of one key that look the same.
const wrong = [];
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const rgb = (...colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const luminance = colour => {
    const [red, green, blue] = colour.map(value => value / 255)
        .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
};
const is_clear = colour => /^rgba\(.*, 0\)$/.test(colour);
// The ground of an element: that of the nearest element which has one.
const ground = element => {
    for (let at = element; at instanceof Element; at = at.parentElement) {
        const colour = getComputedStyle(at).backgroundColor;
        if (!is_clear(colour)) return colour;
    }
    return getComputedStyle(document.body).backgroundColor;
};
const is_shown = element => element.checkVisibility({ visibilityProperty: true });
const name = element => `${element.outerHTML.slice(0, 140)} in ${element.closest("[data-part]")?.dataset.part}`;

const quiet = ".grid, .axis, .mark-ground, .mark-ring, .bar-zero, .token-prob-ground, .watch-track, .strip-ground, .plane-band, .line-reached, .run-dot";
for (const shape of document.querySelectorAll("svg :is(path, rect, circle, line, polygon, polyline, text)")) {
    const box = shape.getBoundingClientRect();
    if (!is_shown(shape) || shape.matches(quiet) || shape.closest("title, defs, .map-legend, [aria-pressed=true]") || box.width + box.height < 2) continue;
    const style = getComputedStyle(shape);
    const around = ground(shape.ownerSVGElement);
    const below = rgb(around);
    const inks = [style.fill, style.stroke].filter(ink => ink !== "none" && !ink.startsWith("url") && !is_clear(ink));
    if (inks.length && !inks.some(ink => contrast(rgb(around, ink), below) >= 3)) {
        wrong.push(`does not stand out (${inks}): ${name(shape)}`);
    }
}

const look = element => {
    const of = at => {
        const style = getComputedStyle(at);
        return [style.backgroundColor, style.borderTopColor, style.borderTopStyle, style.outlineStyle, style.color].join();
    };
    return of(element);
};
for (const chosen of document.querySelectorAll("button[aria-pressed='true'], label:has(input[type=radio]:checked)")) {
    if (!is_shown(chosen)) continue;
    const others = [...chosen.parentElement.querySelectorAll("button[aria-pressed='false'], label:has(input[type=radio]:not(:checked))")];
    if (others.some(other => look(other) === look(chosen))) wrong.push(`chosen, and looks as if not: ${name(chosen)}`);
}

for (const key of document.querySelectorAll(".key")) {
    const looks = [...key.querySelectorAll("li")].filter(is_shown).map(line => {
        const swatch = line.querySelector("svg, .patch");
        if (!swatch) return line.textContent;
        const parts = [swatch, ...swatch.querySelectorAll("*")].map(part => {
            const style = getComputedStyle(part);
            return [part.tagName, part.getAttribute("d"), style.fill, style.stroke, style.strokeWidth, style.strokeDasharray, style.backgroundColor,
                style.borderTopStyle, style.borderRadius, style.opacity, style.fillOpacity].join();
        });
        return parts.join(";");
    });
    const twice = looks.filter((found, idx) => looks.indexOf(found) !== idx);
    if (twice.length) wrong.push(`looks the same in a key: ${name(key)}: ${twice[0].slice(0, 200)}`);
}
return wrong;
