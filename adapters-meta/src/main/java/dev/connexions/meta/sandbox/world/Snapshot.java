package dev.connexions.meta.sandbox.world;

import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.token.Code;
import dev.connexions.meta.sandbox.token.Token;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What outlives the process. Faults and the journal of requests do not. */
record Snapshot(
        int format,
        long seed,
        Duration clockOffset,
        AnswerShape shape,
        List<Person> people,
        List<Account> accounts,
        long tokensIssued,
        Collection<Code> codes,
        Collection<Token> tokens) {

    static final int FORMAT = 1;
}
