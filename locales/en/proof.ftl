# Links that say what came out. { $run }: large, small, or edited (small after a change of its chain).
proof-waiting = This link says what came out where it was made. Your browser is computing it again.
proof-reproduced =
    Reproduced: your browser has computed everything that this link says again, and every token is the same.
proof-differs = Not reproduced. { $differences }
proof-model =
    { $run ->
        [large] GPT large is another model here than where the link was made, so its results cannot be compared.
       *[small] GPT small is another model here than where the link was made, so its results cannot be compared.
    }
proof-answer =
    { $run ->
        [large] The same GPT large answered { $linked } where the link was made and { $found } here.
        [small] The same GPT small answered { $linked } where the link was made and { $found } here.
       *[edited] After the change, the same GPT small answered { $linked } where the link was made and { $found } here.
    }
proof-tokens =
    { $run ->
        [large] GPT large gives the same answer, but not word for word the same text.
        [small] GPT small gives the same answer, but not word for word the same chain.
       *[edited] After the change, GPT small gives the same answer, but not word for word the same chain.
    }
proof-missing =
    { $run ->
       *[other] The change was made where the link was made or here, but not in both.
    }
proof-not-understood =
    The result in this link, “{ $value }”, was not understood: the page computes anew and has nothing to compare with.
