# An agreement for a month of kindness, with a signal and a second try.
exercise-days-without-put-downs = A month of kindness
    .purpose = You agree on a month of being gentle with each other, and on a small word for when something hurts.
exercise-days-without-put-downs-arrive = This is about the four weeks ahead, and the past ones may rest. Each of you looks after their own words. Difficult things may still be talked about, in a gentle way.
exercise-days-without-put-downs-agree = Does a month like this suit you both just now? A yes, a smaller yes, perhaps for one week, or a no: every answer is good.
exercise-days-without-put-downs-meaning = If something hurts the one it reaches, then it hurts, even when it was meant well. So there is nothing to prove, on either side. It can be a word, a tone, a joke, a roll of the eyes.
exercise-days-without-put-downs-wish = How do you like to be spoken to, above all on a tired day? The one who listens simply takes it in.
    .stem = It helps me when you …
exercise-days-without-put-downs-signal = Choose a small word for “that hurt”, one you can both say easily. When it comes, nobody argues: whoever spoke takes a breath and tries once more, more gently. Then it is good, and you go on.
exercise-days-without-put-downs-three = There is room each day for what you value in each other, perhaps for three small true things. One is lovely as well, and a day may have none. Try it now, with one each.
    .stem = Today I value in you that …
exercise-days-without-put-downs-days = If you like, mark the kind days of this month on a calendar, together. A day that went otherwise is just that one day. All the others stay, and nothing begins again at zero.
exercise-days-without-put-downs-close = Each of you says, in one sentence, what you look forward to.
    .stem = This month I look forward to …
