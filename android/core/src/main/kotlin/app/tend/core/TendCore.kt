package app.tend.core

import app.tend.bindings.Area
import app.tend.bindings.ChangeListener
import app.tend.bindings.Tend
import java.io.File
import java.time.ZoneId
import java.util.concurrent.atomic.AtomicReference
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.withContext

/**
 * Tend on this phone, as Kotlin likes it. A process opens it once and keeps it.
 *
 * Every suspending function may be called on the main thread: what reads or writes the disk runs on [disk]. What goes wrong is a
 * [TendFailure].
 */
class TendCore private constructor(private val tend: Tend, private val disk: CoroutineDispatcher) : TendAreas(tend, CoreCalls(disk)) {
    /**
     * Emits all areas at once, and after every change those whose screens must be read again. Changes that come while a collector is
     * busy are emitted as one. The listener is on the core only while someone collects.
     */
    fun changes(): Flow<Set<Area>> = flow {
        val unseen = AtomicReference(emptySet<Area>())
        val signals = Channel<Unit>(Channel.CONFLATED)
        val number = tend.subscribe(object : ChangeListener {
            override fun changed(areas: List<Area>) {
                unseen.updateAndGet { it + areas }
                signals.trySend(Unit) // on any thread
            }
        })
        try {
            for (signal in signals) {
                val areas = unseen.getAndSet(emptySet())
                if (areas.isNotEmpty()) emit(areas)
            }
        } finally {
            try {
                tend.unsubscribe(number)
            } catch (_: IllegalStateException) {
                // closed meanwhile, and its listeners with it
            }
        }
    }

    /**
     * The time zone of the phone has changed, as `Intent.ACTION_TIMEZONE_CHANGED` tells: days and hours go by it from now on, and screens
     * must be read again.
     *
     * @throws TendFailure `zone_unknown`
     */
    suspend fun zoneChanged() = withContext(disk) { translated { tend.setZone(zone()) } }

    /** How many listeners there are: a screen that is gone must have taken its own off. */
    val listenerCount: Int get() = tend.listenerCount().toInt()

    /**
     * Ends following and lets the store go. Calls under way end first, and so does a round of sync that nobody waits for any more: until
     * then, opening the same folder again fails with `store_in_use`, and may be tried again. No call is allowed afterwards.
     */
    suspend fun close() {
        syncing.stopFollowing()
        withContext(disk) {
            objects.forEach(AutoCloseable::close)
        }
    }

    companion object {
        /** The platform's name for the time zone: Tend itself may find no file that tells it. */
        private fun zone(): String = ZoneId.systemDefault().id

        /**
         * Opens Tend, or begins there: a new person with one device. No server is asked.
         *
         * @param folder Tend's alone, and out of the system's backups and device transfers.
         * @param key 32 random bytes, from the platform's key store; the same at every opening.
         * @param deviceName what the person calls this phone, 1 to 40 characters; of use at the first opening alone.
         * @param languages the person's, as BCP 47 tags, best first, as `LocaleList.getDefault()` has them; all words are in the first that
         *   Tend speaks, or in English.
         * @param pinnedCertificate a household's own authority in DER, which a server must then show instead of a public one's.
         * @throws TendFailure `store_…`, `name_empty`, `name_too_long`
         */
        suspend fun open(
            folder: File,
            key: ByteArray,
            deviceName: String,
            languages: List<String>,
            pinnedCertificate: ByteArray? = null,
            disk: CoroutineDispatcher = Dispatchers.IO,
        ): TendCore = withContext(disk) {
            TendCore(translated { Tend.open(folder.path, key, deviceName, languages, zone(), pinnedCertificate) }, disk)
        }
    }
}
