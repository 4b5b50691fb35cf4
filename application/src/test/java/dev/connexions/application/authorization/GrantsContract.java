package dev.connexions.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.StaleException;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.Platform;
import dev.connexions.application.testing.Together;
import dev.connexions.domain.authorization.Grant;
import dev.connexions.domain.connexion.GrantId;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.connexion.ScopeCatalogue;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.connexion.State;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.token.TokenLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link Grants} promises. */
public interface GrantsContract extends Platform {

    @Test
    default void findsWhatItSaved() {
        var member = member();
        var grant = Fixtures.grant(organisationOf(member));
        assertThat(of(member, grant)).isEmpty();
        save(member, grant);
        assertThat(of(member, grant)).contains(grant);
    }

    @Test
    default void keepsWhatWasAskedApartFromWhatWasGiven() {
        var member = member();
        var grant = new Grant(
                GrantId.random(),
                organisationOf(member),
                LoginProduct.FACEBOOK,
                "10220987654321098",
                ScopeCatalogue.all(LoginProduct.FACEBOOK),
                Scopes.NONE,
                Fixtures.NOW,
                Fixtures.NOW.plus(Duration.ofDays(2)),
                null,
                null,
                1);
        save(member, grant);
        assertThat(of(member, grant)).contains(grant);
    }

    @Test
    default void keepsHowLongTheConsentsTokenIsGoodForAndForWhomItWasAsked() {
        var member = member();
        var grant = Fixtures.facebookGrant(organisationOf(member));
        save(member, grant);
        assertThat(of(member, grant)).contains(grant);
        var endless = with(grant, new TokenLease(Fixtures.NOW, null));
        save(member, endless);
        assertThat(of(member, grant)).contains(endless);
        save(member, with(grant, null));
        assertThat(of(member, grant)).contains(with(grant, null));
    }

    @Test
    default void findsItByItsId() {
        var member = member();
        var grant = Fixtures.grant(organisationOf(member));
        save(member, grant);
        assertThat(find(member, grant.id())).contains(grant);
        assertThat(find(member, GrantId.random())).isEmpty();
        var elsewhere = organisationOf(member());
        for (var stranger : List.of(member(elsewhere), Fixtures.job(elsewhere), Fixtures.job())) {
            assertThat(find(stranger, grant.id())).as("%s", stranger).isEmpty();
        }
    }

    @Test
    default void removesOnlyWhatNothingHangsOn() {
        var member = member();
        var grant = Fixtures.facebookGrant(organisationOf(member));
        save(member, grant);
        var link = Fixtures.pageLink(Fixtures.pageAccount(), grant);
        var connexion = add(member);
        run(member, tx -> connexions().save(tx, Fixtures.with(connexion, new State.Active(link))));
        run(member, tx -> grants().removeUnused(tx, grant.id()));
        assertThat(of(member, grant)).contains(grant);
        run(member(), tx -> grants().removeUnused(tx, grant.id()));
        var alone = Fixtures.facebookGrant(organisationOf(member));
        run(member, tx -> {
            grants().save(tx, alone);
            grants().removeUnused(tx, alone.id());
            assertThat(grants().find(tx, alone.id())).isEmpty();
            grants().removeUnused(tx, GrantId.random());
        });
        run(member, tx -> connexions().remove(tx, connexion.id()));
        assertThat(of(member, grant)).isEmpty();
    }

    @Test
    default void replacesTheOneOfTheSameId() {
        var member = member();
        var grant = Fixtures.grant(organisationOf(member));
        save(member, grant);
        var less = Scopes.of(Set.of("instagram_business_basic"));
        var renewed = with(grant, less, Fixtures.NOW.plus(Duration.ofDays(1)));
        save(member, renewed);
        assertThat(of(member, grant)).contains(renewed);
    }

    @Test
    default void keepsOneForEachProductAndPerson() {
        var member = member();
        var instagram = Fixtures.grant(organisationOf(member));
        var facebook = new Grant(
                GrantId.random(),
                instagram.organisation(),
                LoginProduct.FACEBOOK,
                instagram.metaUserId(),
                instagram.requested(),
                instagram.granted(),
                Fixtures.NOW,
                Fixtures.NOW,
                null,
                null,
                1);
        var other = Fixtures.grant(instagram.organisation());
        for (var grant : List.of(instagram, facebook, other)) {
            save(member, grant);
        }
        for (var grant : List.of(instagram, facebook, other)) {
            assertThat(of(member, grant)).contains(grant);
        }
    }

    @Test
    default void refusesASecondOneOfTheSamePerson() {
        var member = member();
        var grant = Fixtures.grant(organisationOf(member));
        save(member, grant);
        var second = Fixtures.grant(grant.organisation(), grant.metaUserId());
        assertThatThrownBy(() -> save(member, second)).isInstanceOf(StaleException.class);
        assertThat(of(member, grant)).contains(grant);
    }

    @RepeatedTest(5)
    default void letsExactlyOneOfTwoBeTheFirst() throws InterruptedException {
        var member = member();
        var organisation = organisationOf(member);
        var person = Fixtures.account().id().value();
        var failures = Together.run(2, i -> save(member, Fixtures.grant(organisation, person)));
        assertThat(failures.stream().filter(Optional::isEmpty)).hasSize(1);
        assertThat(failures.stream().flatMap(Optional::stream))
                .allSatisfy(loser -> assertThat(loser).isInstanceOf(StaleException.class));
    }

    @Test
    default void hidesAnotherOrganisations() {
        var member = member();
        var grant = Fixtures.grant(organisationOf(member));
        save(member, grant);
        var elsewhere = organisationOf(member());
        for (var stranger : List.of(
                member(elsewhere),
                administrator(elsewhere),
                administrator(null),
                Fixtures.job(elsewhere),
                Fixtures.job())) {
            var planted = Fixtures.grant(grant.organisation());
            assertThatThrownBy(() -> save(stranger, planted)).as("%s", stranger).isInstanceOf(RuntimeException.class);
            assertThat(of(member, planted)).as("%s", stranger).isEmpty();
            assertThat(of(stranger, grant)).as("%s", stranger).isEmpty();
            assertThatThrownBy(() -> save(stranger, grant)).as("%s", stranger).isInstanceOf(RuntimeException.class);
        }
        assertThat(of(member, grant)).contains(grant);
    }

    @Test
    default void letsTwoOrganisationsHaveTheSamePerson() {
        var here = member();
        var there = member();
        var first = Fixtures.grant(organisationOf(here));
        var second = Fixtures.grant(organisationOf(there), first.metaUserId());
        save(here, first);
        save(there, second);
        assertThat(of(here, first)).contains(first);
        assertThat(of(there, first)).contains(second);
    }

    @Test
    default void savesNothingWhenTheTransactionFails() {
        var member = member();
        var grant = Fixtures.grant(organisationOf(member));
        assertThatThrownBy(() -> run(member, tx -> {
                    grants().save(tx, grant);
                    throw new IllegalStateException("after the save");
                }))
                .hasMessage("after the save");
        assertThat(of(member, grant)).isEmpty();
    }

    private Optional<Grant> find(Caller caller, GrantId id) {
        return read(caller, tx -> grants().find(tx, id));
    }

    private static Grant with(Grant grant, Scopes granted, Instant now) {
        return new Grant(
                grant.id(),
                grant.organisation(),
                grant.product(),
                grant.metaUserId(),
                grant.requested(),
                granted,
                now,
                now,
                grant.consent(),
                grant.consentedFor(),
                grant.consents() + 1);
    }

    private static Grant with(Grant grant, @Nullable TokenLease lease) {
        return new Grant(
                grant.id(),
                grant.organisation(),
                grant.product(),
                grant.metaUserId(),
                grant.requested(),
                grant.granted(),
                grant.grantedAt(),
                grant.lastVerifiedAt(),
                lease,
                grant.consentedFor(),
                grant.consents());
    }

    private Optional<Grant> of(Caller caller, Grant grant) {
        return grant(caller, grant.product(), grant.metaUserId());
    }

    private void save(Caller caller, Grant grant) {
        run(caller, tx -> grants().save(tx, grant));
    }
}
