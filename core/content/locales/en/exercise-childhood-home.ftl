# An early home: imagined alone, and who lived there.
exercise-childhood-home = An early home
    .purpose = A quiet visit in your thoughts: who was there, what was good, what was hard, and what you wished for.
exercise-childhood-home-arrive = You can stop at any moment, in the middle of a sentence too, and what you have so far is enough. Find a place where nobody disturbs you. If today is already heavy, another day is a good choice.
exercise-childhood-home-breathe = Get comfortable. Close your eyes, or let them rest somewhere. Breathe as it comes, and with each breath out let something grow loose: the jaw, the shoulders, the hands.
exercise-childhood-home-enter = Let an early home come to you, the first that appears. Perhaps the door, a smell, a sound, a corner that was yours. If none of them was kind, choose a place that was. You decide which rooms you go into.
exercise-childhood-home-meet = Who looked after you there? A parent, a grandmother, a brother or sister, somebody from next door. Let them come one at a time, as near as you like. Whoever you would rather not see stays outside.
exercise-childhood-home-liked = What did you like about each of them? Something small counts: a voice, a habit, a hand on your head. A few words for each are plenty.
    .stem = With you I liked it when …
exercise-childhood-home-disliked = What did you not like? Write it as a child would say it, plainly. It is no judgement, and nobody else reads it. If it gets too close, move on or stop here.
    .stem = With you it was hard that …
exercise-childhood-home-wanted = What would you have liked from each of them, and got too little of? If there is an answer, note it in a word or two. If not, leave it open.
    .stem = I would have loved you to …
exercise-childhood-home-return = Come back slowly. Name three things around you, feel what you are resting on, drink a little water. Be gentle with the next hour. If something stays heavy, tell somebody you trust.
