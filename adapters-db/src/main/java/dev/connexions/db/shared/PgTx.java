package dev.connexions.db.shared;

import dev.connexions.application.shared.Tx;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import io.helidon.dbclient.DbExecute;
import java.util.Optional;

/** An open transaction of PostgreSQL. The stores of this adapter accept no other, and only {@link PgTransactions} makes one. */
public final class PgTx implements Tx {

    private final Caller caller;
    private final Actor actor;
    private final Optional<OrganisationId> organisation;
    private final boolean administrator;
    private final DbExecute sql;
    private volatile boolean ended;

    PgTx(Caller caller, Actor actor, Optional<OrganisationId> organisation, boolean administrator, DbExecute sql) {
        this.caller = caller;
        this.actor = actor;
        this.organisation = organisation;
        this.administrator = administrator;
        this.sql = sql;
    }

    public static PgTx of(Tx tx) {
        if (tx instanceof PgTx open && !open.ended) {
            return open;
        }
        throw new IllegalStateException("this transaction has ended, or is not of this database");
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

    public DbExecute sql() {
        return sql;
    }

    /** For a job and an administrator row security alone would let it through. */
    public void mustWorkFor(OrganisationId owner) {
        if (organisation.filter(owner::equals).isEmpty()) {
            throw new IllegalStateException("a row of " + owner + " in a transaction for " + organisation);
        }
    }

    void end() {
        ended = true;
    }
}
