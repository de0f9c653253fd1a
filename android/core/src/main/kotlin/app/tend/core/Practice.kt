package app.tend.core

import app.tend.bindings.Practice as CorePractice
import app.tend.bindings.Runs as CoreRuns

/** What can be practised, and how this person wants to. */
class Practice internal constructor(private val core: CorePractice, private val door: Door) {
    /** Every exercise, in the order of their names. */
    suspend fun exercises(): List<Exercise> = door.call { core.exercises() }

    /** One exercise. @throws TendFailure `not_found` */
    suspend fun exercise(id: String): Exercise = door.call { core.exercise(id) }

    /** Every path. */
    suspend fun paths(): List<PracticePath> = door.call { core.paths() }

    /** Topics for listening, the lightest first; which are on top changes from day to day. */
    suspend fun topics(): List<Topic> = door.call { core.topics() }

    /** Goes another path from today; what was done stays done. @throws TendFailure `not_found` */
    suspend fun choosePath(id: String) = door.call { core.choosePath(id) }

    /** How this person practises. */
    suspend fun settings(): PracticeSettings = door.call { core.settings() }

    /** Changes what the small things of a day are chosen by. */
    suspend fun setFilters(filters: Filters) = door.call { core.setFilters(filters) }

    /** Says whether the two live far from each other, and whether there are children. */
    suspend fun setHousehold(apart: Boolean, children: Boolean) = door.call { core.setHousehold(apart, children) }
}

/** Doing exercises: step by step, each at their own pace, with what is written on the way. */
class Runs internal constructor(private val core: CoreRuns, private val door: Door) {
    /**
     * Begins an exercise and returns the run's id.
     *
     * @param variant another way through it, by its id.
     * @param first whether this person speaks first.
     * @throws TendFailure `not_found`, `opens_later`
     */
    suspend fun begin(exercise: String, phones: Phones, first: Boolean, variant: String? = null): String =
        door.call { core.begin(exercise, variant, phones, first) }

    /** A run. @throws TendFailure `not_found` */
    suspend fun get(id: String): Run = door.call { core.get(id) }

    /** Those that can be gone on with, the latest first. */
    suspend fun openOnes(): List<Run> = door.call { core.openOnes() }

    /** Goes to the next step; `true` when that was the last one. @throws TendFailure `run_over`, `run_too_old`, `not_found` */
    suspend fun next(id: String): Boolean = door.call { core.next(id) }

    /** Goes back one step. @throws TendFailure `no_step`, `run_over`, `run_too_old`, `not_found` */
    suspend fun back(id: String) = door.call { core.back(id) }

    /** Sets it aside for a while. @throws TendFailure `not_pausable`, `run_over`, `run_too_old`, `not_found` */
    suspend fun pause(id: String) = door.call { core.pause(id) }

    /** Takes it up again. @throws TendFailure `run_over`, `run_too_old`, `not_found` */
    suspend fun resume(id: String) = door.call { core.resume(id) }

    /** Lets it go; what was written stays with its author. @throws TendFailure `run_over`, `not_found` */
    suspend fun letGo(id: String) = door.call { core.letGo(id) }

    /** Ends it as done, from any step. @throws TendFailure `run_over`, `run_too_old`, `not_found` */
    suspend fun finish(id: String) = door.call { core.finish(id) }

    /** Answers the one question afterwards, 0 to 10; it stays with this person. @throws TendFailure `out_of_range`, `not_found` */
    suspend fun feel(id: String, feeling: Int) = door.call { core.feel(id, feeling.toUInt()) }

    /**
     * Writes the words of the step at hand; of versions that were written at once, these stay.
     *
     * @throws TendFailure `text_empty`, `text_too_long`, `nothing_to_write`, `run_over`, `run_too_old`, `not_found`
     */
    suspend fun write(id: String, text: String) = door.call { core.write(id, text) }

    /**
     * Gives the partner what was written in a step that is meant for both, and nothing else. The id of the shared words comes back.
     *
     * @throws TendFailure `not_paired`, `only_yours`, `not_found`
     */
    suspend fun release(id: String, step: String): String = door.call { core.release(id, step) }

    /** What either gave the other in an exercise, the newest first. */
    suspend fun sharedWords(exercise: String): List<SharedWords> = door.call { core.sharedWords(exercise) }

    /** Takes shared words back, on both phones and for good. @throws TendFailure `not_found`, `not_yours` */
    suspend fun takeBack(words: String) = door.call { core.takeBack(words) }

    /** What this person wrote in a run, however long ago. @throws TendFailure `not_found` */
    suspend fun drafts(id: String): List<StepDraft> = door.call { core.drafts(id) }

    /** Deletes what was written in a step, for good; what was released stays until it is taken back. @throws TendFailure `not_found` */
    suspend fun shred(id: String, step: String) = door.call { core.shred(id, step) }
}
