# An agreement for a month of kindness, with a signal and a second try.
exercise-days-without-put-downs = A kinder month
    .purpose = You agree on a month of being kinder to each other, and on a word for “ouch”.
exercise-days-without-put-downs-arrive = This is about the next four weeks, not the last ones. You each look after your own words. You can still bring up hard things.
exercise-days-without-put-downs-agree = Would a month like this suit you both? Yes, a week to try, or no: say what’s true for you.
exercise-days-without-put-downs-meaning = If it stings, it stings, even when it was meant well. It can be a word, a tone, a joke or an eye roll.
exercise-days-without-put-downs-wish = How do you like to be spoken to, especially on a tired day? If you’re listening, just take it in.
    .stem = It helps when you …
exercise-days-without-put-downs-signal = Pick a word for “that stung”. When you hear it, take a breath and say it again, kinder. Then you carry on.
exercise-days-without-put-downs-not-for = The word is for stings. It doesn’t end a topic, and it isn’t for use against a no.
exercise-days-without-put-downs-three = Once a day, say something you like about each other. One thing is fine, and a day can have none. Try it now.
    .stem = Today I like that you …
exercise-days-without-put-downs-days = If you like, mark the kind days on a calendar. A day that went badly is one day; the others still count.
exercise-days-without-put-downs-close = Each say what you’re looking forward to this month.
    .stem = I’m looking forward to …
