# The page without a network, and in one file.
offline-storing = storing
offline-storing-hint = The page is being stored in this browser, so that it opens without a network.
offline-ready = ready offline
offline-ready-hint =
    The page, its engine and the two models of the duel are stored in this browser and open without a network. Every other model and
    result is, too, once you have looked at it.
offline-updated = update ready
offline-updated-hint =
    There is a newer version of this page, already stored. It is used when you have closed this one everywhere and open it again.
offline-absent = not in this file: the page online has it
offline-one-file = Everything on one page that needs no network ({ $size })
offline-one-file-hint =
    : one file to carry around, to open from a disk or to put into a course. The largest models are left out of it.
