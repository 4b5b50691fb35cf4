package dev.connexions.application.insight;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.testing.FakeInsights;
import dev.connexions.application.testing.Fixtures;
import dev.connexions.application.testing.InMemoryStore;
import dev.connexions.application.testing.MetaScript;
import dev.connexions.application.testing.OnFake;
import dev.connexions.application.testing.SettableTime;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.insight.Reading;
import dev.connexions.domain.insight.Window;
import dev.connexions.domain.media.MediaId;
import dev.connexions.domain.media.MediaSurface;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class FakeInsightsTest implements OnFake, InstagramInsightsContract {

    private final SettableTime clock = new SettableTime(Fixtures.NOW);
    private final InMemoryStore store = new InMemoryStore(clock);
    private final FakeInsights fake = new FakeInsights(store);
    private final MetaAccess access;

    FakeInsightsTest(LoginProduct product) {
        access = Fixtures.access(product);
    }

    @BeforeEach
    void reachSomebody() {
        var day = new Reading(new Reading.Span.Ending(Fixtures.NOW), BigDecimal.TEN, List.of());
        fake.measures(FakeInsights.DAILY_REACH, new Measurement.Measured(List.of(day), null));
    }

    @Override
    public InstagramInsights insights() {
        return fake;
    }

    @Override
    public MetaAccess access() {
        return access;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public MediaId seenPost() {
        var media = Fixtures.media(MediaSurface.FEED, null).id();
        fake.reached(media, 512);
        return media;
    }

    @Override
    public MetaScript script() {
        return fake.script();
    }

    @Test
    void refusesToBeCalledInsideATransaction() {
        var member = store.operator(Fixtures.organisation());
        var window = new Window(Fixtures.NOW.minus(Duration.ofDays(1)), Fixtures.NOW);
        assertThatThrownBy(() -> store.transactions()
                        .in(member, tx -> fake.account(access, Set.of(FakeInsights.DAILY_REACH), window)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void measuresSomething() {
        assertThatThrownBy(() -> new Measurement.Measured(List.of(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
