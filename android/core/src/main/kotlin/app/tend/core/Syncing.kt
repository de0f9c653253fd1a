package app.tend.core

import app.tend.bindings.Syncing as Core

/** Talking to the server. Whoever is cancelled only stops waiting: the work goes on. */
class Syncing internal constructor(private val core: Core, private val door: Door) {
    /**
     * One round: sends what is due, reads what is new. Without a server it does nothing. What belongs to this person's devices alone
     * leaves on a slow beat, or with something for the partner.
     *
     * @throws TendFailure `offline`, `server_…`, `access_code_needed`; what was done until then stays done
     */
    suspend fun sync(): SyncOutcome = door.wait { core.sync() }

    /** As [sync], and what belongs to this person's devices alone leaves at once. */
    suspend fun syncNow(): SyncOutcome = door.wait { core.syncNow() }

    /** Follows the server in the background, while the app is in front. Nothing to do when it does already. */
    suspend fun startFollowing() = door.call { core.startFollowing() }

    /** Ends it, and waits until it has ended. */
    suspend fun stopFollowing() = door.wait { core.stopFollowing() }
}
