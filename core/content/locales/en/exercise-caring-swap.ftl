# A short weekly talk about what felt like care, and one wish as a gift.
exercise-caring-swap = What felt like love this week
    .purpose = You tell each other what felt good lately, and each of you picks one thing to do next.
exercise-caring-swap-arrive = Have your two lists handy, if you like. A week with nothing to tell is fine too.
exercise-caring-swap-tell = Tell your partner about one thing from the last few days that felt like care. If you can’t think of one, take an older one.
    .stem = I loved it when you …
exercise-caring-swap-receive = Take it in without playing it down. If it’s news to you, say so.
    .stem = Good to know that …
exercise-caring-swap-choose = Look through your partner’s wishes and pick one you’d enjoy doing in the next few days. Or none, if none fits right now.
exercise-caring-swap-tell-or-keep = Say which one it is, or keep it as a surprise. If one of your own wishes has changed, now’s a good time to say so.
exercise-caring-swap-close = One warm sentence each, and you’re done.
    .stem = I like that we …
