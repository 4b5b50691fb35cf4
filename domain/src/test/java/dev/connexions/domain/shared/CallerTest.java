package dev.connexions.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void looksAcrossFirstAndThenWorksWithinAnOrganisation() {
        var request = RequestId.random();
        var organisation = new OrganisationId(UUID.randomUUID());
        var across = Caller.Job.across("oauth", request);
        assertThat(across).isEqualTo(new Caller.Job("oauth", null, request));
        assertThat(across.within(organisation)).isEqualTo(new Caller.Job("oauth", organisation, request));
    }
}
