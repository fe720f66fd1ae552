# What did not arrive or does not run. A reason has no capital and no final stop.

file-network = { $file } did not arrive: the network does not answer
file-status = { $file } did not arrive: the server answers { $status }
file-other-build =
    { $file } did not arrive: the server has another version of this page, which you get by opening it again
file-altered =
    { $file } is not the one that belongs to this page: it was damaged on its way, or the page was updated since you opened it, and then you get the new one by opening it again
file-absent = { $file } is not in this file: the page online has it
file-content = { $file } is not what it should be: { $reason }

loading-model = A model cannot be used: { $reason }.
loading-model-file = A model cannot be used: { $file }: { $reason }.
loading-not-shipped = no such model is shipped with this page
loading-no-model = There is no small model “{ $model }” on this page: the default one is used instead.
loading-history = The log of the training cannot be shown: { $reason }.
loading-engine = The engine cannot start: { $reason }.
loading-run = The engine could not answer: { $reason }.
loading-worker = The engine stopped ({ $reason }). What you typed is kept: try again to start it anew.
loading-no-reason = the browser gives no reason
loading-simd =
    This browser has no WebAssembly SIMD, which the models need. Any Chrome or Edge from 91, Firefox from 89 or Safari from
    16.4 has it. The recorded results can still be read.
