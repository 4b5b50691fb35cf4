package dev.connexions.application.testing;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import dev.connexions.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

final class InMemoryTx implements Tx {

    private final Caller caller;
    private final Actor actor;
    private final Optional<OrganisationId> organisation;
    private final boolean administrator;
    private final Instant startedAt;
    private final Tables tables;
    private boolean ended;

    InMemoryTx(
            Caller caller,
            Actor actor,
            Optional<OrganisationId> organisation,
            boolean administrator,
            Instant startedAt,
            Tables tables) {
        this.caller = caller;
        this.actor = actor;
        this.organisation = organisation;
        this.administrator = administrator;
        this.startedAt = startedAt;
        this.tables = tables;
    }

    static InMemoryTx of(Tx tx) {
        if (tx instanceof InMemoryTx open && !open.ended) {
            return open;
        }
        throw new IllegalStateException("this transaction has ended, or is not this store's");
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Optional<OrganisationId> organisation() {
        return organisation;
    }

    @Override
    public boolean administrator() {
        return administrator;
    }

    UserId user() {
        return actor.id();
    }

    Instant startedAt() {
        return startedAt;
    }

    Tables tables() {
        return tables;
    }

    boolean sees(OrganisationId owner) {
        return organisation.filter(owner::equals).isPresent();
    }

    /** A row for another organisation is a bug, which PostgreSQL's policies refuse as well. */
    void mustSee(OrganisationId owner) {
        if (!sees(owner)) {
            throw new IllegalStateException("a row of " + owner + " in a transaction for " + organisation);
        }
    }

    void end() {
        ended = true;
    }
}
