# One tells of an early hurt, close to the other: for two, optional, with a way without touch.
exercise-being-held = A soft place for an old hurt
    .purpose = One of you tells of something that hurt early on, and is not alone with it while telling.
exercise-being-held-variant-sitting-side-by-side = Side by side, without touch
exercise-being-held-consent = Would you like this today, and how close? Being held, a hand in a hand, or simply side by side. Each of you may say no, now or at any moment, and then it stops right there. No reason is asked, and nobody is owed anything.
exercise-being-held-settle = Decide who tells today; the other’s turn can be another day. The one who tells chooses how: leaning, held, or hand in hand. Try it until both are truly comfortable. “A little less” is always welcome.
exercise-being-held-settle-beside = Decide who tells today; the other’s turn can be another day. Sit side by side, with as much room between you as you both like, facing the same way. Something warm over the knees may be pleasant.
exercise-being-held-breathe = Breathe quietly, each at your own pace. Nothing has to be said yet. Notice whether the place is still good, and change it if not.
exercise-being-held-tell = Tell of a small or middling hurt from early on. A few sentences, long pauses, quiet too. You choose where it ends, and you may stay silent for all of it.
    .stem = Something that hurt me then was …
exercise-being-held-soft-echo = In the pauses, say a few of the words back, softly. No advice, no questions, no story of your own. A quiet “I am here” is good too.
    .stem = You were so small, and …
exercise-being-held-rest = Be quiet together. If there are tears, they may come; if there are none, that is just as good. Whoever has had enough says so, and you move apart gently.
exercise-being-held-close = Come apart slowly, drink a little water, take in the room again. The one who told says what did them good. The one who listened says how they are now. Then keep the next half hour free of plans.
