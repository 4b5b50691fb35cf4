package dev.connexions.db.quota;

import dev.connexions.application.quota.QuotaLedger;
import dev.connexions.db.quota.Coalescing.Ticket;
import dev.connexions.db.quota.ReserveStatement.Standstill;
import dev.connexions.db.quota.ReserveStatement.Taken;
import dev.connexions.db.shared.CallerQueries;
import dev.connexions.db.shared.CallerQueries.Party;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.quota.Tally;
import dev.connexions.domain.shared.Caller;
import java.time.Instant;
import java.util.List;

/**
 * The hot statement of the service takes one round trip. What one caller asks of one connexion while another such statement
 * is under way is asked together by the next. If the room does not do for all of them, the first half is asked before the
 * second, and so on: in the end each has got what fits after those before it, as if it had come alone.
 */
public final class PgQuotaLedger implements QuotaLedger {

    private record Lane(Party party, ConnexionId connexion) {}

    private record Asked(Caller caller, ConnexionId connexion, Wish wish) {}

    private final CallerQueries queries;
    private final ReserveStatement statement;
    private final Coalescing<Lane, Asked, Outcome> lanes = new Coalescing<>(this::reserve);

    public PgQuotaLedger(CallerQueries queries) {
        this.queries = queries;
        this.statement = new ReserveStatement(queries);
    }

    @Override
    public Outcome reserve(Caller caller, ConnexionId connexion, ReservationId id, Hold hold, Instant now) {
        if (CallerQueries.isOfNoOrganisation(caller)) {
            return new Outcome.Unknown();
        }
        var lane = new Lane(queries.party(caller), connexion);
        return lanes.answer(lane, new Asked(caller, connexion, new Wish(id, hold, now)));
    }

    /** For all who share a lane one of them may ask. */
    private void reserve(List<Ticket<Asked, Outcome>> tickets) {
        try {
            var first = tickets.getFirst().question();
            var wishes =
                    tickets.stream().map(ticket -> ticket.question().wish()).toList();
            var taken = statement.take(first.caller(), first.connexion(), wishes);
            if (taken != null) {
                shareOut(tickets, taken);
                return;
            }
            var standstill = statement.look(first.caller(), first.connexion());
            if (standstill == null) {
                tickets.forEach(ticket -> ticket.answer(new Outcome.Unknown()));
            } else {
                refuse(tickets, standstill);
            }
        } catch (RuntimeException failure) {
            tickets.forEach(ticket -> ticket.fail(failure));
        }
    }

    private static void shareOut(List<Ticket<Asked, Outcome>> tickets, Taken taken) {
        var wishes = tickets.stream().map(ticket -> ticket.question().wish()).toList();
        var counted = taken.counted() - Wish.units(wishes);
        for (var ticket : tickets) {
            var wish = ticket.question().wish();
            counted += wish.hold().units();
            ticket.answer(new Outcome.Held(
                    new Reservation(
                            wish.id(),
                            taken.organisation(),
                            ticket.question().connexion(),
                            wish.hold().units(),
                            Reservation.State.HELD,
                            wish.hold().purpose(),
                            wish.now(),
                            wish.expiresAt(),
                            taken.dayEnd(),
                            null),
                    new Room(taken.limit(), counted, taken.dayEnd())));
        }
    }

    private void refuse(List<Ticket<Asked, Outcome>> tickets, Standstill row) {
        var dayEnd = row.dayEnd();
        if (dayEnd == null || tickets.stream().noneMatch(ticket -> isCurrent(ticket, dayEnd))) {
            unsettled(tickets);
            return;
        }
        var least = tickets.stream()
                .mapToInt(ticket -> ticket.question().wish().hold().units())
                .min()
                .orElseThrow();
        var room = new Room(row.limit(), row.counted(), dayEnd);
        var severalDays = !tickets.stream().allMatch(ticket -> isCurrent(ticket, dayEnd));
        if (tickets.size() > 1 && (room.fits(least) || severalDays)) {
            var half = tickets.size() / 2;
            reserve(tickets.subList(0, half));
            reserve(tickets.subList(half, tickets.size()));
        } else if (!room.fits(least) && dayEnd.equals(row.exhaustedDay())) {
            tickets.forEach(ticket -> ticket.answer(full(ticket, room, row)));
        } else {
            unsettled(tickets);
        }
    }

    /** Leases that have ended make room, which takes more than this statement. */
    private static Outcome full(Ticket<Asked, Outcome> ticket, Room room, Standstill row) {
        var lease = row.firstLeaseEnd();
        return lease != null && !lease.isAfter(ticket.question().wish().now())
                ? new Outcome.Unsettled()
                : new Outcome.Full(room, DailyQuota.freeAt(room, lease));
    }

    private static boolean isCurrent(Ticket<Asked, Outcome> ticket, Instant dayEnd) {
        return Tally.isCurrent(dayEnd, ticket.question().wish().now());
    }

    private static void unsettled(List<Ticket<Asked, Outcome>> tickets) {
        tickets.forEach(ticket -> ticket.answer(new Outcome.Unsettled()));
    }
}
