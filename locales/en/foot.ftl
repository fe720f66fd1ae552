# Where numbers come from, how the models were made, and the last line.

## The line under a figure

provenance-title = Where these numbers come from
provenance-here = Run here, in your browser; made again by <code/>.
provenance-file = File: <file/>; made again by <code/>.
provenance-model = <model/>, seed { $seed }, SHA-256 <digest/>

## How the models were made

made-title = How the models were made, and how to check them
made-text =
    Both sizes read the same pre-training text: arithmetic, comparisons, one-step remainders and products, worked chains in
    several languages. GPT large was then trained on problems with answers. GPT small was trained by reinforcement
    (REINFORCE, the mean of a group of samples as baseline) on whole completions. A tenth of all problems was kept from every
    stage. The recipe is <code>training/runs/full.sh</code>, what was tried and what failed is in
    <code>training/LOG.md</code>, and the tiny language that both speak is defined in <code>crates/core</code>. The weights
    are stored in eight bits and run here, in your browser.

## How to check it

check-title = How to check it
check-study =
    <study>The study</study>: what was declared, what came out, every seed and every control, the curves of every run.
check-results = <results>Every arm and seed in one table</results>.
check-log =
    <log>What was tried</log>, with what failed and why it was given up. Training curves, of runs that failed, too, are in
    the figures above and in their files.
check-archive =
    <archive>Everything in one archive</archive>: models, results, declarations, and what every model wrote on every held-out
    problem of the home rung.
check-repository =
    Under each figure stands its file, the command that makes it again, and every model with its seed and digest. From a copy
    of the repository, <code>cargo xtask test</code> builds and checks all of it, and <code>cargo xtask evaluate
    --check</code> measures a random part anew.
check-build =
    <list>Every file of this page with its digest</list>, and <bom>what its programs are made of</bom>, with licences. From
    a copy of the repository, <code>cargo xtask reproduce</code> builds the same bytes anew.

## The last line

foot-privacy = No cookies, no accounts, no tracking, and no request to any other site. What you type stays in this page.
foot-licence = <product>Show Your Work</product>. Code and weights: <licence>MIT or Apache-2.0</licence>.
foot-build = Build <digest/>: the start of the SHA-256 of <list>the digests of all files</list>.
