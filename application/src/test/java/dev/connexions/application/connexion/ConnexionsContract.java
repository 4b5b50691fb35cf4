package dev.connexions.application.connexion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.token.TokenVault;
import dev.connexions.domain.connexion.AccountEmail;
import dev.connexions.domain.connexion.Cause;
import dev.connexions.domain.connexion.ClientRef;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.domain.connexion.ConnexionId;
import dev.connexions.domain.connexion.ConnexionKey;
import dev.connexions.domain.connexion.DailyLimit;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.NewConnexion;
import dev.connexions.domain.connexion.Stamps;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.UserId;
import dev.connexions.domain.token.Refreshing;
import dev.connexions.domain.token.RenewalFailure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Connexions} promises; and {@link ConnexionReads}; the contracts it extends are parts of it. */
public interface ConnexionsContract
        extends ConnexionStatesContract,
                ConnexionReadsContract,
                ConnexionListContract,
                ConnexionIsolationContract,
                ConnexionRacesContract {

    @Test
    default void findsWhatItAdded() {
        var member = member();
        var fresh = Fixtures.newConnexion(organisationOf(member));
        var added = add(member, fresh);
        assertThat(added)
                .isEqualTo(new Connexion(
                        fresh.id(),
                        fresh.organisation(),
                        fresh.key(),
                        fresh.client(),
                        fresh.accountEmail(),
                        fresh.dailyLimit(),
                        true,
                        fresh.at(),
                        new State.Pending(),
                        fresh.at(),
                        null,
                        added.stamps(),
                        added.version(),
                        Refreshing.NONE));
        assertThat(added.version()).isPositive();
        assertThat(find(member, fresh.id())).contains(added);
        assertThat(lock(member, fresh.id())).contains(added);
    }

    @Test
    default void findsNothingUnknown() {
        var member = member();
        assertThat(find(member, ConnexionId.random())).isEmpty();
        assertThat(lock(member, ConnexionId.random())).isEmpty();
    }

    @Test
    default void addsOneWithoutALimitAndOneWithTheLimitZero() {
        var member = member();
        for (var limit : new DailyLimit[] {null, new DailyLimit(0), new DailyLimit(Integer.MAX_VALUE)}) {
            var fresh = new NewConnexion(
                    ConnexionId.random(),
                    organisationOf(member),
                    ConnexionKey.generated(),
                    new ClientRef("société d’Évian 🍰", UUID.randomUUID()),
                    AccountEmail.chosen("rené@exämple.org"),
                    limit,
                    Fixtures.NOW);
            assertThat(find(member, add(member, fresh).id())).get().satisfies(found -> {
                assertThat(found.dailyLimit()).isEqualTo(limit);
                assertThat(found.client()).isEqualTo(fresh.client());
                assertThat(found.accountEmail()).isEqualTo(fresh.accountEmail());
            });
        }
    }

    @Test
    default void storesEveryMemberThatMayChange() {
        var member = member();
        var added = add(member);
        var changed = new Connexion(
                added.id(),
                added.organisation(),
                added.key(),
                new ClientRef("agence", UUID.randomUUID()),
                Fixtures.email(),
                null,
                false,
                Fixtures.NOW.plusSeconds(1),
                added.state(),
                Fixtures.NOW.plusSeconds(2),
                Fixtures.NOW.plusSeconds(3),
                added.stamps(),
                added.version(),
                new Refreshing(
                        Fixtures.NOW.plusSeconds(4),
                        5,
                        new Refreshing.Attempt(Fixtures.NOW.plusSeconds(6), RenewalFailure.REFUSED)));
        var saved = read(member, tx -> connexions().save(tx, changed));
        assertThat(saved)
                .usingRecursiveComparison()
                .ignoringFields("stamps", "version")
                .isEqualTo(changed);
        assertThat(saved.version()).isGreaterThan(added.version());
        assertThat(find(member, added.id())).contains(saved);
    }

    @Test
    default void stampsWhoAndWhenItself() {
        var member = member();
        var added = add(member);
        assertThat(added.stamps().createdBy()).isEqualTo(member.id());
        assertThat(added.stamps().updatedBy()).isEqualTo(member.id());
        assertThat(added.stamps().updatedAt()).isEqualTo(added.stamps().createdAt());

        var somebody = new UserId(UUID.randomUUID());
        var forged = new Connexion(
                added.id(),
                added.organisation(),
                added.key(),
                added.client(),
                added.accountEmail(),
                added.dailyLimit(),
                added.enabled(),
                added.activatedAt(),
                added.state(),
                added.since(),
                added.lastSyncedAt(),
                new Stamps(Instant.EPOCH, somebody, Instant.EPOCH, somebody),
                added.version(),
                added.refreshing());
        var saved = read(Fixtures.job(added.organisation()), tx -> connexions().save(tx, forged));
        assertThat(saved.stamps().createdAt()).isEqualTo(added.stamps().createdAt());
        assertThat(saved.stamps().createdBy()).isEqualTo(member.id());
        assertThat(saved.stamps().updatedBy()).isEqualTo(system());
        assertThat(saved.stamps().updatedAt()).isAfter(added.stamps().updatedAt());
        assertThat(find(member, added.id())).contains(saved);
    }

    @Test
    default void refusesAKeyThatIsTaken() {
        var member = member();
        var first = add(member);
        var second = Fixtures.newConnexion(first.organisation(), first.key());
        assertThatThrownBy(() -> add(member, second)).isInstanceOf(StaleException.class);
        assertThat(find(member, second.id())).isEmpty();
    }

    @Test
    default void knowsWhoHoldsAnAccount() {
        var member = member();
        var link = Fixtures.link();
        var holder = put(member, add(member), new State.Active(link));
        run(member, tx -> {
            assertThat(connexions().holderOf(tx, link.account().id())).contains(holder.id());
            assertThat(connexions().holderOf(tx, Fixtures.account().id())).isEmpty();
            assertThat(connexions()
                            .holdersOf(
                                    tx,
                                    List.of(
                                            link.account().id(),
                                            Fixtures.account().id())))
                    .containsExactly(Map.entry(link.account().id(), holder.id()));
            assertThat(connexions().holdersOf(tx, List.of())).isEmpty();
        });
    }

    @Test
    default void refusesAnAccountThatAnotherConnexionHolds() {
        var member = member();
        var link = Fixtures.link();
        put(member, add(member), new State.Active(link));
        var second = add(member);
        assertThatThrownBy(() -> put(member, second, new State.Active(link))).isInstanceOf(StaleException.class);
        assertThat(find(member, second.id())).contains(second);
    }

    @Test
    default void removesWithAllThatHangsOnIt() {
        var member = member();
        var organisation = organisationOf(member);
        var link =
                Fixtures.link(Fixtures.account(), Fixtures.grant(organisation).id());
        var connexion = put(member, add(member), new State.Active(link));
        var session = save(member, Fixtures.session(organisation, connexion.id(), Fixtures.NOW));

        run(member, tx -> connexions().remove(tx, connexion.id()));

        run(member, tx -> {
            assertThat(connexions().find(tx, connexion.id())).isEmpty();
            assertThat(connexions().holderOf(tx, link.account().id())).isEmpty();
            assertThat(connexions().holdersOf(tx, List.of(link.account().id()))).isEmpty();
            assertThat(vault().open(tx, connexion.id())).isEqualTo(new TokenVault.Opened.None());
            assertThat(sessions().find(tx, session.id())).isEmpty();
            assertThat(grants().of(tx, Fixtures.PRODUCT, link.account().id().value()))
                    .isEmpty();
        });
        add(member, Fixtures.newConnexion(organisation, connexion.key()));
        run(member, tx -> connexions().remove(tx, connexion.id()));
        assertThatThrownBy(() -> run(member, tx -> connexions().save(tx, connexion)))
                .isInstanceOf(StaleException.class);
    }

    @Test
    default void leavesNothingForAnotherOfTheSameId() {
        var member = member();
        var fresh = Fixtures.newConnexion(organisationOf(member));
        put(member, add(member, fresh), new State.Active(Fixtures.link()));
        run(member, tx -> connexions().remove(tx, fresh.id()));
        assertThat(add(member, fresh).state()).isEqualTo(new State.Pending());
        assertThat(open(member, fresh.id())).isEqualTo(new TokenVault.Opened.None());
    }

    @Test
    default void keepsAGrantUntilTheLastConnexionOnItIsRemoved() {
        var member = member();
        var grant = Fixtures.grant(organisationOf(member));
        run(member, tx -> grants().save(tx, grant));
        var first = add(member);
        var second = add(member);
        for (var each : new Connexion[] {first, second}) {
            var link = Fixtures.link(Fixtures.account(), grant.id());
            run(member, tx -> connexions().save(tx, Fixtures.with(each, new State.Active(link))));
        }

        run(member, tx -> connexions().remove(tx, first.id()));
        assertThat(grant(member, grant.product(), grant.metaUserId())).contains(grant);

        run(member, tx -> connexions().remove(tx, second.id()));
        assertThat(grant(member, grant.product(), grant.metaUserId())).isEmpty();
    }

    @Test
    default void listsWhatHangsOnAGrant() {
        var member = member();
        var grant = Fixtures.facebookGrant(organisationOf(member));
        run(member, tx -> grants().save(tx, grant));
        var link = Fixtures.pageLink(Fixtures.pageAccount(), grant);
        var first = hang(member, new State.Active(link));
        var other = Fixtures.pageLink(Fixtures.pageAccount(), grant);
        var second = hang(member, new State.Expired(other, Cause.of(Cause.TOKEN_EXPIRED)));
        put(member, add(member), new State.Active(Fixtures.link(Fixtures.account(), GrantId.random())));
        assertThat(hangingOn(member, grant.id())).containsExactlyInAnyOrder(first, second);
        assertThat(first.state()).isEqualTo(new State.Active(link));
        assertThat(hangingOn(member, GrantId.random())).isEmpty();
        for (var stranger : List.of(member(), Fixtures.job(organisationOf(member())), Fixtures.job())) {
            assertThat(hangingOn(stranger, grant.id())).isEmpty();
        }
    }

    private List<Connexion> hangingOn(Caller caller, GrantId grant) {
        return read(caller, tx -> connexions().hangingOn(tx, grant));
    }

    private Connexion hang(Caller caller, State state) {
        var connexion = add(caller);
        return read(caller, tx -> {
            connexions().save(tx, Fixtures.with(connexion, state));
            vault().store(tx, connexion.id(), Fixtures.token());
            return connexions().find(tx, connexion.id()).orElseThrow();
        });
    }
}
