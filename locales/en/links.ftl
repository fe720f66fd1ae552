# What of a link was not understood, and what is shown instead.

link-problem = The problem in this link, “{ $value }”, was not understood: { $instead } is shown instead.
link-model = The model in this link, “{ $value }”, was not understood: the default one is used instead.
link-change = The change in this link, “{ $value }”, was not understood: the chain is left as it is.
link-seed = The seed in this link, “{ $value }”, was not understood: { $instead } is used instead.
link-temperature = The temperature in this link, “{ $value }”, was not understood: the most probable tokens are taken.
link-frontier = The modulus of the frontier in this link, “{ $value }”, was not understood: all moduli are shown together.
link-measure = The measure in this link, “{ $value }”, was not understood: “{ $instead }” is shown.
link-battery-model = The model of the tests in this link, “{ $value }”, was not understood: the default one is shown.
link-battery-family =
    The family of the tests in this link, “{ $value }”, was not understood: the problems as in training are shown.
link-map-modulus = The modulus of the map in this link, “{ $value }”, was not understood: { $instead } is shown.
link-map-shade = The colour of the map in this link, “{ $value }”, was not understood: “{ $instead }” is shown.
link-claim = The claim in this link, “{ $value }”, was not understood: the first one is shown.
link-plane-x = The capability of the plane in this link, “{ $value }”, was not understood: the home rung is shown.
link-plane-y =
    The oversight of the plane in this link, “{ $value }”, was not understood: the answers that follow an edit are shown.
link-plane-at = The problems of the plane in this link, “{ $value }”, was not understood: the usual ones are shown.

## The query, before the hash

link-figure = The figure in this link, “{ $value }”, was not understood: the whole page is shown.
link-place = The figure in this link, “{ $value }”, was not understood: the page opens at its beginning.
link-theme = The theme in this link, “{ $value }”, was not understood: yours is used.
link-language = The language in this link, “{ $value }”, was not understood: yours is used.
link-lesson = The lesson in this link, “{ $value }”, was not understood: the page is shown without one.
link-worksheet = The worksheet in this link, “{ $value }”, was not understood: the page is shown.
link-hidden = The list of hidden controls in this link, “{ $value }”, was not understood: only the known ones are hidden.
link-wish = The { $name } in this link, “{ $value }”, was not understood: it is taken as 0.
