# My picture of my partner next to the portrait of the caretakers: alone, once, and kept.
exercise-partner-portrait = My picture of you
    .purpose = See what you like about your partner, what’s hard for you, and where an old picture may be mixed in.
exercise-partner-portrait-consent = Would you like to do this today? It’s about you, { partner } and the people who raised you, and it’s only for you.
exercise-partner-portrait-arrive = Pick a time when you’re fairly at peace with each other. You can stop any time; after the first list is a fine place.
exercise-partner-portrait-like = What do you like about { partner }? Traits, habits, looks, how they are with others. Go on a bit longer than you think you can.
    .stem = What I like about you is …
exercise-partner-portrait-hard = And what’s hard for you? Write what it does to you, not what { partner } is. Five words are plenty.
    .stem = What’s hard for me is …
exercise-partner-portrait-compare = Put it next to your portrait of the people who raised you. What’s alike, and what’s very different? Some likeness is normal.
    .stem = This reminds me of …
exercise-partner-portrait-own = What do you find in { partner } that none of them had? Write one or two things.
    .stem = I only know this from you: …
exercise-partner-portrait-close = That’s how you see it today. Delete the page if you don’t want to keep it. You could say one thing from the first list out loud some day.
