package dev.connexions.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryApplication;
import org.junit.jupiter.api.Test;

class WhoAmITest {

    private final InMemoryApplication application = InMemoryApplication.create();

    @Test
    void tellsAMember() {
        var organisation = Fixtures.organisation();
        var viewer = application.store().register(Fixtures.viewer(), organisation);
        assertThat(application.whoAmI().handle(viewer))
                .isEqualTo(new WhoAmI.Me(viewer.id(), organisation, false, viewer.permissions()));
    }

    @Test
    void tellsAnAdministrator() {
        var administrator = application.store().registerAdministrator(Fixtures.service(), null);
        assertThat(application.whoAmI().handle(administrator))
                .isEqualTo(new WhoAmI.Me(administrator.id(), null, true, administrator.permissions()));
    }

    @Test
    void refusesWhomThePlatformDoesNotKnow() {
        var stranger = Fixtures.service();
        assertThatThrownBy(() -> application.whoAmI().handle(stranger)).isInstanceOf(NoOrganisationException.class);
    }
}
