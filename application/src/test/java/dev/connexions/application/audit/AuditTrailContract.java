package dev.connexions.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.audit.AuditTrail.Read;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.audit.Action;
import dev.connexions.domain.audit.Actor;
import dev.connexions.domain.audit.AuditEntry;
import dev.connexions.domain.audit.AuditRecord;
import dev.connexions.domain.audit.Details;
import dev.connexions.domain.audit.Outcome;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.shared.Acting;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AuditTrail} promises. */
public interface AuditTrailContract extends Platform {

    @Test
    default void numbersAndLinksTheEntries() throws InterruptedException {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        append(member, record(organisation));
        run(member, tx -> {
            audit().append(tx, record(organisation));
            audit().append(tx, record(organisation));
        });
        assertThatChainIsWhole(member, 3);
    }

    @Test
    default void numbersWithoutGapsUnderConcurrentWriters() throws InterruptedException {
        var organisation = Fixtures.organisation();
        var writers = 8;
        var each = 5;
        var members =
                LongStream.range(0, writers).mapToObj(i -> member(organisation)).toList();
        var failures = Together.run(writers, writer -> {
            for (var i = 0; i < each; i++) {
                append(members.get(writer), record(organisation));
            }
        });
        assertThat(failures).allSatisfy(failure -> assertThat(failure).isEmpty());
        assertThatChainIsWhole(members.getFirst(), writers * each);
    }

    @Test
    default void keepsAChainOfThePlatformsOwn() {
        var acting = administrator(null).acting(new Acting.Everywhere("a look"));
        var member = member();
        for (var i = 0; i < 3; i++) {
            append(acting, record(OrganisationId.PLATFORM));
            append(member, record(organisationOf(member)));
        }
        var chain = read(acting, tx -> audit().read(tx, null, null, 3));
        assertThat(chain).hasSize(3);
        for (var i = 0; i < 2; i++) {
            var entry = chain.get(i).entry();
            assertThat(entry.isIntact()).isTrue();
            assertThat(entry.organisation()).isEqualTo(OrganisationId.PLATFORM);
            assertThat(entry.actor().reason()).isEqualTo("a look");
            assertThat(entry.sequence()).isEqualTo(chain.get(i + 1).entry().sequence() + 1);
            assertThat(entry.previousHash()).isEqualTo(chain.get(i + 1).entry().hash());
            assertThat(chain.get(i).details()).isNotNull();
        }
        assertThatChainIsWhole(member, 3);
    }

    @Test
    default void leavesNoGapWhereWorkFailed() {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        append(member, record(organisation));
        assertThatThrownBy(() -> run(member, tx -> {
                    audit().append(tx, record(organisation));
                    throw new IllegalStateException("after the entry");
                }))
                .hasMessage("after the entry");
        append(member, record(organisation));
        assertThatChainIsWhole(member, 2);
    }

    @Test
    default void keepsWhatWasWrittenDown() {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        var connexion = ConnexionId.random();
        for (var action : Action.values()) {
            for (var outcome : Outcome.values()) {
                append(member, new AuditRecord(organisation, Fixtures.NOW, action, outcome, connexion, Details.NONE));
                var entry = read(member).getFirst().entry();
                assertThat(entry.organisation()).isEqualTo(organisation);
                assertThat(entry.at()).isEqualTo(Fixtures.NOW);
                assertThat(entry.action()).isEqualTo(action);
                assertThat(entry.outcome()).isEqualTo(outcome);
                assertThat(entry.connexion()).isEqualTo(connexion);
            }
        }
        assertThatChainIsWhole(member, Action.values().length * Outcome.values().length);
    }

    @Test
    default void keepsAnEntryAboutNoConnexion() {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        append(member, record(organisation, null, Details.NONE));
        assertThat(read(member).getFirst().entry().connexion()).isNull();
        assertThatChainIsWhole(member, 1);
    }

    @Test
    default void keepsTheDetails() {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        var details = Details.NONE
                .and("status", "pending", "active")
                .and("added", null, "new")
                .and("dropped", "old", null)
                .and("nothing", null, null)
                .and("empty", "", "null")
                .and("text", "été “\\\" 🍰", "<b>{}'\n");
        for (var each : List.of(details, Details.NONE)) {
            append(member, record(organisation, null, each));
            assertThat(read(member).getFirst().details()).isEqualTo(each);
        }
    }

    @Test
    default void saltsTheDigestOfTheDetails() {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        append(member, record(organisation));
        append(member, record(organisation));
        assertThat(read(member))
                .extracting(read -> read.entry().detailsDigest())
                .doesNotHaveDuplicates();
    }

    @Test
    default void saysWhoActedUnderWhichRequest() {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        var administrator = administrator(organisation);
        var job = Fixtures.job(organisation);
        for (var caller : List.of(member, administrator, job)) {
            append(caller, record(organisation));
        }
        var read = read(member).reversed();
        assertThat(read)
                .extracting(each -> each.entry().actor())
                .containsExactly(
                        new Actor(Actor.Kind.USER, member.id(), null),
                        new Actor(Actor.Kind.ADMINISTRATOR, administrator.id(), null),
                        new Actor(Actor.Kind.SYSTEM, system(), null));
        assertThat(read)
                .extracting(each -> each.entry().request())
                .containsExactly(member.request(), administrator.request(), job.request());
    }

    @Test
    default void readsTheNewestFirstAndStrictlyBefore() {
        var organisation = Fixtures.organisation();
        var member = member(organisation);
        for (var i = 0; i < 5; i++) {
            append(member, record(organisation));
        }
        assertThat(sequences(member, null, null, 200)).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(sequences(member, null, null, 2)).containsExactly(5L, 4L);
        assertThat(sequences(member, null, 4L, 2)).containsExactly(3L, 2L);
        assertThat(sequences(member, null, 2L, 2)).containsExactly(1L);
        assertThat(sequences(member, null, 1L, 2)).isEmpty();
    }

    @Test
    default void readsOneConnexionsEntriesEvenWhenItIsErased() {
        var member = member();
        var connexion = add(member);
        append(member, record(connexion.organisation(), connexion.id(), Details.NONE));
        append(member, record(connexion.organisation(), ConnexionId.random(), Details.NONE));
        append(member, record(connexion.organisation(), connexion.id(), Details.NONE));
        run(member, tx -> connexions().remove(tx, connexion.id()));
        assertThat(sequences(member, connexion.id(), null, 200)).containsExactly(3L, 1L);
        assertThat(sequences(member, connexion.id(), 3L, 200)).containsExactly(1L);
        assertThat(sequences(member, ConnexionId.random(), null, 200)).isEmpty();
    }

    @Test
    default void keepsAChainForEachOrganisation() {
        var here = Fixtures.organisation();
        var there = Fixtures.organisation();
        var connexion = ConnexionId.random();
        append(member(here), record(here, connexion, Details.NONE));
        append(member(there), record(there, connexion, Details.NONE));
        append(Fixtures.job(here), record(here, connexion, Details.NONE));
        for (var caller : List.of(member(here), administrator(here), Fixtures.job(here))) {
            assertThatChainIsWhole(caller, 2);
            assertThat(sequences(caller, connexion, null, 200)).containsExactly(2L, 1L);
        }
        assertThatChainIsWhole(member(there), 1);
        for (var caller : List.of(administrator(null), Fixtures.job())) {
            assertThat(read(caller)).isEmpty();
        }
    }

    @Test
    default void writesNothingIntoAnotherOrganisationsChain() {
        var here = Fixtures.organisation();
        var there = Fixtures.organisation();
        append(member(here), record(here));
        for (var stranger : List.of(
                member(there), administrator(there), administrator(null), Fixtures.job(there), Fixtures.job())) {
            assertThatThrownBy(() -> append(stranger, record(here)))
                    .as("%s", stranger)
                    .isInstanceOf(RuntimeException.class);
        }
        assertThatChainIsWhole(member(here), 1);
    }

    private void assertThatChainIsWhole(Caller caller, int length) {
        var chain = read(caller).reversed();
        assertThat(chain)
                .extracting(read -> read.entry().sequence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, length).boxed().toList());
        var previous = AuditEntry.GENESIS;
        for (var read : chain) {
            assertThat(read.entry().isIntact()).isTrue();
            assertThat(read.entry().previousHash()).isEqualTo(previous);
            previous = read.entry().hash();
        }
    }

    private List<Read> read(Caller caller) {
        return read(caller, tx -> audit().read(tx, null, null, 1000));
    }

    private List<Long> sequences(Caller caller, @Nullable ConnexionId connexion, @Nullable Long before, int limit) {
        return read(caller, tx -> audit().read(tx, connexion, before, limit)).stream()
                .map(read -> read.entry().sequence())
                .toList();
    }

    private void append(Caller caller, AuditRecord record) {
        run(caller, tx -> audit().append(tx, record));
    }

    private static AuditRecord record(OrganisationId organisation) {
        return record(organisation, ConnexionId.random(), Details.NONE.and("enabled", "false", "true"));
    }

    private static AuditRecord record(OrganisationId organisation, @Nullable ConnexionId connexion, Details details) {
        return new AuditRecord(organisation, Fixtures.NOW, Action.CONNEXION_ENABLED, Outcome.DONE, connexion, details);
    }
}
