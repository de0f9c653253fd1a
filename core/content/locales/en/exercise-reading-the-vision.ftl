# Two minutes with the shared sentences.
exercise-reading-the-vision = A sentence for today
    .purpose = Spend a quiet moment with what the two of you wish for, and let one sentence come along with you.
exercise-reading-the-vision-settle = Take a slow breath, wherever you are. Have your shared sentences with you, or the ones you remember.
exercise-reading-the-vision-read = Go through them slowly, one by one, and stay with each for a moment. If one of them hurts today, let it go by.
exercise-reading-the-vision-choose = Let one sentence come along with you today. Perhaps a small thing that goes with it will occur to you. Perhaps you simply carry it in your pocket.
