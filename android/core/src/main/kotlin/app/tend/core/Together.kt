package app.tend.core

import app.tend.bindings.Devices as CoreDevices
import app.tend.bindings.Notices as CoreNotices
import app.tend.bindings.Pairing as CorePairing
import app.tend.bindings.People as CorePeople

/** The two people: what each gives the other to see. */
class People internal constructor(private val core: CorePeople, private val door: Door) {
    /** This person, once they gave a name. */
    suspend fun me(): Person? = door.call { core.me() }

    /** The partner, once the two are paired and the name came through. */
    suspend fun partner(): Person? = door.call { core.partner() }

    /** Whether this person has a partner in Tend. */
    suspend fun isPaired(): Boolean = door.call { core.isPaired() }

    /** What the partner sees. @throws TendFailure `name_empty`, `name_too_long` */
    suspend fun setMe(name: String, pronouns: String) = door.call { core.setMe(name, pronouns) }
}

/** Pairing with a partner, linking the person's next device, and leaving. */
class Pairing internal constructor(private val core: CorePairing, private val door: Door) {
    /** Chooses the server, before the first invite. @throws TendFailure `bad_server`, `other_server` */
    suspend fun useServer(address: String, accessCode: String? = null) = door.call { core.useServer(address, accessCode) }

    /** The server's address, once one is chosen. */
    suspend fun server(): String? = door.call { core.server() }

    /** Invites a partner. @throws TendFailure `no_server`, `already_paired` */
    suspend fun invitePartner(way: InviteWay): Invite = door.call { core.invitePartner(way) }

    /** Invites the person's next device; before it gets the person's key, this one asks. @throws TendFailure `no_server` */
    suspend fun inviteDevice(way: InviteWay): Invite = door.call { core.inviteDevice(way) }

    /**
     * Takes an invite, scanned or opened, whatever it is for.
     *
     * @throws TendFailure `invite_unreadable`, `invite_newer`, `own_invite`, `already_paired`, `other_server`, `phone_in_use`
     */
    suspend fun accept(text: String): Invite = door.call { core.accept(text) }

    /** Takes a partner's typed code. @throws TendFailure `code_mistyped`, `no_server`, `already_paired` */
    suspend fun acceptPartnerCode(code: String): Invite = door.call { core.acceptPartnerCode(code) }

    /** Takes a code that another of the person's devices shows. @throws TendFailure `code_mistyped`, `no_server`, `phone_in_use` */
    suspend fun acceptDeviceCode(code: String): Invite = door.call { core.acceptDeviceCode(code) }

    /** The invites under way, and those that came to nothing until they are cancelled. */
    suspend fun invites(): List<Invite> = door.call { core.invites() }

    /** The symbols are the same, or it is the person's own device. @throws TendFailure `not_found`, `invite_gone`, `nothing_to_confirm` */
    suspend fun confirm(id: String): Invite = door.call { core.confirm(id) }

    /** The person says no, or takes an invite back. @throws TendFailure `not_found`, `invite_gone` */
    suspend fun cancel(id: String) = door.call { core.cancel(id) }

    /** Leaves the couple space at once, also without a network. @throws TendFailure `not_paired` */
    suspend fun leave() = door.call { core.leave() }
}

/** The person's own devices. */
class Devices internal constructor(private val core: CoreDevices, private val door: Door) {
    /** All that were not removed, by name. */
    suspend fun all(): List<Device> = door.call { core.all() }

    /** Removes another of them. @throws TendFailure `not_found`, `this_device` */
    suspend fun remove(id: String) = door.call { core.remove(id) }
}

/** What the person is to be told once. */
class Notices internal constructor(private val core: CoreNotices, private val door: Door) {
    /** All that were not read yet. */
    suspend fun unread(): List<Notice> = door.call { core.unread() }

    /** The person has read it. */
    suspend fun read(id: String) = door.call { core.read(id) }
}
