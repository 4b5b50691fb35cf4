package dev.connexions.meta.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connexions.meta.sandbox.people.Account;
import dev.connexions.meta.sandbox.people.Business;
import dev.connexions.meta.sandbox.people.Consent;
import dev.connexions.meta.sandbox.people.Page;
import dev.connexions.meta.sandbox.people.Person;
import dev.connexions.meta.sandbox.token.Code;
import dev.connexions.meta.sandbox.token.Token;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What outlives the process. Faults and the journal of requests do not. */
record Snapshot(
        int format,
        long seed,
        Duration clockOffset,
        ObjectNode settings,
        List<Person> people,
        List<Account> accounts,
        List<Business> businesses,
        List<Page> pages,
        List<Consent> consents,
        long tokensIssued,
        Collection<Code> codes,
        Collection<Token> tokens,
        Map<String, JsonNode> parts) {

    static final int FORMAT = 2;
}
