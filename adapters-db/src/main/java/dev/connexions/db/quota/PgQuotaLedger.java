package dev.connexions.db.quota;

import dev.connexions.application.quota.QuotaLedger;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.db.quota.Coalescing.Ticket;
import dev.connexions.db.quota.ReserveStatement.Answer;
import dev.connexions.db.quota.ReserveStatement.Row;
import dev.connexions.db.shared.Database;
import dev.connexions.db.shared.Failures;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.quota.DailyQuota;
import dev.connexions.domain.quota.Hold;
import dev.connexions.domain.quota.Reservation;
import dev.connexions.domain.quota.ReservationId;
import dev.connexions.domain.quota.Room;
import dev.connexions.domain.quota.Tally;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * On plain JDBC: the hot statement of the service takes one round trip. What one caller asks of one connexion while another
 * such statement is under way is asked together by the next. If the room does not do for all of them, the first half is
 * asked before the second, and so on: in the end each has got what fits after those before it, as if it had come alone.
 */
public final class PgQuotaLedger implements QuotaLedger {

    private record Lane(Principal principal, ConnexionId connexion) {}

    private record Asked(Lane lane, Wish wish) {}

    private final Database database;
    private final UserId systemUser;
    private final Coalescing<Lane, Asked, Outcome> lanes = new Coalescing<>(this::reserve);

    public PgQuotaLedger(Database database, UserId systemUser) {
        this.database = database;
        this.systemUser = systemUser;
    }

    @Override
    public Outcome reserve(Caller caller, ConnexionId connexion, Hold hold, Instant now) {
        var principal = Principal.of(caller, systemUser);
        if (principal.worksForNobody()) {
            return new Outcome.Unknown();
        }
        var lane = new Lane(principal, connexion);
        return lanes.answer(lane, new Asked(lane, new Wish(ReservationId.random(), hold, now)));
    }

    private void reserve(List<Ticket<Asked, Outcome>> tickets) {
        try {
            answer(tickets, ask(tickets));
        } catch (RuntimeException failure) {
            tickets.forEach(ticket -> ticket.fail(failure));
        }
    }

    private Answer ask(List<Ticket<Asked, Outcome>> tickets) {
        var lane = tickets.getFirst().question().lane();
        var wishes = tickets.stream().map(ticket -> ticket.question().wish()).toList();
        try (var connection = database.connection()) {
            return ReserveStatement.run(connection, lane.principal(), lane.connexion(), wishes);
        } catch (SQLException failure) {
            throw Failures.translate(new IllegalStateException("the reservation failed", failure));
        }
    }

    private void answer(List<Ticket<Asked, Outcome>> tickets, Answer answer) {
        var row = answer.row();
        if (row == null) {
            if (answer.hasNoOrganisation()) {
                throw new NoOrganisationException();
            }
            tickets.forEach(ticket -> ticket.answer(new Outcome.Unknown()));
        } else if (row.held()) {
            shareOut(tickets, row);
        } else {
            refuse(tickets, row);
        }
    }

    private static void shareOut(List<Ticket<Asked, Outcome>> tickets, Row row) {
        var dayEnd = dayEnd(row);
        var counted = row.counted() - units(tickets);
        for (var ticket : tickets) {
            var wish = ticket.question().wish();
            counted += wish.hold().units();
            ticket.answer(new Outcome.Held(
                    new Reservation(
                            wish.id(),
                            row.organisation(),
                            ticket.question().lane().connexion(),
                            wish.hold().units(),
                            Reservation.State.HELD,
                            wish.hold().purpose(),
                            wish.now(),
                            wish.expiresAt(),
                            dayEnd,
                            null),
                    new Room(row.limit(), counted, dayEnd)));
        }
    }

    private void refuse(List<Ticket<Asked, Outcome>> tickets, Row row) {
        if (tickets.stream().noneMatch(ticket -> isCurrent(ticket, row))) {
            unsettled(tickets);
            return;
        }
        var least = tickets.stream()
                .mapToInt(ticket -> ticket.question().wish().hold().units())
                .min()
                .orElseThrow();
        var room = new Room(row.limit(), row.counted(), dayEnd(row));
        if (tickets.size() > 1 && (room.fits(least) || !tickets.stream().allMatch(ticket -> isCurrent(ticket, row)))) {
            var half = tickets.size() / 2;
            reserve(tickets.subList(0, half));
            reserve(tickets.subList(half, tickets.size()));
        } else if (!room.fits(least) && room.resetAt().equals(row.exhaustedDay())) {
            tickets.forEach(ticket -> ticket.answer(full(ticket, room, row)));
        } else {
            unsettled(tickets);
        }
    }

    /** Leases that have ended make room, which takes more than this statement. */
    private static Outcome full(Ticket<Asked, Outcome> ticket, Room room, Row row) {
        var lease = row.firstLeaseEnd();
        return lease != null && !lease.isAfter(ticket.question().wish().now())
                ? new Outcome.Unsettled()
                : new Outcome.Full(room, DailyQuota.freeAt(room, lease));
    }

    private static boolean isCurrent(Ticket<Asked, Outcome> ticket, Row row) {
        return Tally.isCurrent(row.dayEnd(), ticket.question().wish().now());
    }

    private static void unsettled(List<Ticket<Asked, Outcome>> tickets) {
        tickets.forEach(ticket -> ticket.answer(new Outcome.Unsettled()));
    }

    private static int units(List<Ticket<Asked, Outcome>> tickets) {
        return tickets.stream()
                .mapToInt(ticket -> ticket.question().wish().hold().units())
                .sum();
    }

    private static Instant dayEnd(Row row) {
        if (row.dayEnd() == null) {
            throw new IllegalStateException("units were counted in no day");
        }
        return row.dayEnd();
    }
}
