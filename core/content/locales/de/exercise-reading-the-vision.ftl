# Zwei Minuten mit den gemeinsamen Sätzen.
exercise-reading-the-vision = Ein Satz für heute
    .purpose = Ein stiller Moment mit dem, was ihr euch wünscht, und ein Satz, der dich durch den Tag begleitet.
exercise-reading-the-vision-settle = Atme einmal in Ruhe durch, wo du gerade bist. Hol dir eure gemeinsamen Sätze oder die, an die du dich erinnerst.
exercise-reading-the-vision-read = Geh sie langsam durch, einen nach dem anderen, und bleib bei jedem einen Moment. Wenn einer heute wehtut, lass ihn vorbeiziehen.
exercise-reading-the-vision-choose = Ein Satz darf dich heute begleiten. Vielleicht fällt dir etwas Kleines ein, das zu ihm passt. Vielleicht trägst du ihn auch einfach in der Tasche mit.
