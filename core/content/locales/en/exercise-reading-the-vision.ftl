# Two minutes with the shared sentences.
exercise-reading-the-vision = A sentence for today
    .purpose = Take two minutes for your shared vision, and pick one sentence for the day.
exercise-reading-the-vision-settle = Take a slow breath, wherever you are. Have your shared vision with you, or the parts you remember.
exercise-reading-the-vision-read = Read the sentences slowly, one by one. If one of them hurts today, let it go by.
exercise-reading-the-vision-choose = Pick one for today. Maybe you’ll think of something that goes with it. Or just keep it in mind today.
