package app.tend.core

import app.tend.bindings.TendException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.withContext

/**
 * What went wrong.
 *
 * @property code never changes its meaning; for programs.
 * @property message what happened and what can be done, in the person's language.
 * @property retryCanHelp whether the same may succeed later.
 */
class TendFailure(val code: String, override val message: String, val retryCanHelp: Boolean) : Exception(message)

/** How areas reach the core. */
internal class CoreCalls(private val disk: CoroutineDispatcher) {
    /** A call that blocks. */
    suspend fun <T> call(work: () -> T): T = withContext(disk) { translated { work() } }

    /** A call that is asynchronous in the core: it only waits, and a coroutine that is cancelled only stops waiting. */
    suspend fun <T> wait(work: suspend () -> T): T = translated { work() }
}

/** The core's errors as [TendFailure]. */
internal inline fun <T> translated(work: () -> T): T = try {
    work()
} catch (failed: TendException.Failed) {
    throw TendFailure(failed.code, failed.text, failed.retryCanHelp).apply { initCause(failed) }
}
