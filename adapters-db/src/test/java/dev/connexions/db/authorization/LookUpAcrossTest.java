package dev.connexions.db.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.db.testing.PgPlatform;
import dev.connexions.domain.shared.OneTimeSecret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** To the policies a job is an administrator: what it may not see, no policy hides. */
class LookUpAcrossTest implements PgPlatform {

    @Test
    void isForJobsThatKnowNoOrganisationOnly() {
        var member = member();
        var link = OneTimeSecret.random();
        var state = OneTimeSecret.random();
        var waiting = save(
                member, Fixtures.session(organisationOf(member), add(member).id(), link, Fixtures.NOW));
        save(member, waiting.open(state, OneTimeSecret.random(), Fixtures.NOW).orElseThrow());
        var elsewhere = organisationOf(member());
        for (var stranger :
                List.of(member(elsewhere), administrator(elsewhere), administrator(null), Fixtures.job(elsewhere))) {
            run(stranger, tx -> {
                assertThat(sessions().byLink(tx, link.digest()))
                        .as("%s", stranger)
                        .isEmpty();
                assertThat(sessions().byState(tx, state.digest()))
                        .as("%s", stranger)
                        .isEmpty();
            });
        }
        run(Fixtures.job(), tx -> {
            assertThat(sessions().byLink(tx, link.digest())).isPresent();
            assertThat(sessions().byState(tx, state.digest())).isPresent();
        });
    }
}
