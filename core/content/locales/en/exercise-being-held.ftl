# One tells of an early hurt, close to the other: for two, opt-in, with a way without touch.
exercise-being-held = Held with an old hurt
    .purpose = One of you talks about something that hurt long ago. The other stays close and listens.
exercise-being-held-variant-sitting-side-by-side = Side by side, without touch
exercise-being-held-consent = Would you like this today, and how close? Held, hand in hand, or just side by side. A no now, or in the middle, ends it right there.
exercise-being-held-settle = Decide who talks today. They choose how: leaning in, held, or hand in hand. Try until it’s comfortable for both of you.
exercise-being-held-settle-beside = Decide who talks today. Sit side by side facing the same way, with as much room as you both like. A blanket can be nice.
exercise-being-held-breathe = Breathe at your own pace. Talking can wait. If the position isn’t right, change it.
exercise-being-held-tell = Talk about a hurt from long ago, not the worst one. A few sentences, then a pause. If you listen, say a few words back softly.
    .stem = Something that hurt back then was …
exercise-being-held-rest = Stay like this without talking. Tears are fine, and so is no tears. When one of you has had enough, say so and move apart slowly.
exercise-being-held-close = Drink some water and look around the room. If you spoke, say what helped. If you listened, say how you are now.
