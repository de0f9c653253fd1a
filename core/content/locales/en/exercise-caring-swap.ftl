# A short weekly talk about what felt like care, and one wish as a gift.
exercise-caring-swap = What felt like care
    .purpose = You tell each other what did you good lately, and each of you chooses one small thing to give.
exercise-caring-swap-arrive = Have your two lists of what does you good with you, if you like. Nothing is reviewed here, and nothing is counted. A week without anything to tell is welcome, too.
exercise-caring-swap-tell = Tell of one thing from the last days that felt like care. It may be tiny. If nothing comes to mind, an older one is good as well.
    .stem = It did me good that you …
exercise-caring-swap-receive = Take it in for a moment. There is no call to play it down. If it was news to you, you may say so.
    .stem = It is good to know that …
exercise-caring-swap-choose = Each for yourself, go through the other’s wishes and choose one you would gladly give in the coming days. If none fits just now, then none.
exercise-caring-swap-tell-or-keep = You can say which it is, or keep it as a surprise. And if one of your own wishes has changed or a new one has come, now is a good moment to tell it.
exercise-caring-swap-close = One warm sentence from each of you, and that is all.
    .stem = I like it that we …
