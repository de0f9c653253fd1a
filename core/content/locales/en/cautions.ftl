# What is said before an exercise that can stir something.
caution-memories = Old memories may come up. You can stop at any moment, and nobody asks why.
caution-touch = This has closeness in it. Each of you decides how much, and may change their mind at any time.
caution-strong-feelings = Feelings can run high here. Choose a quiet hour, and leave some time afterwards.
caution-not-when-unsafe = Leave this one out if you are afraid of { partner } or feel watched or pushed. The safety page is there for you.
caution-only-for-you = This stays on your own phones. It is for you, and never goes to { partner }.
caution-not-a-contract = What comes of it is a gift. Nobody owes anything, and no count is kept.
caution-not-when-tired = If one of you is tired, hungry or upset, another day is a good choice.
caution-not-evidence = What is said here is for listening. Please do not bring it up later as proof.
