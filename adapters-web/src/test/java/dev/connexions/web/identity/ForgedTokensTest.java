package dev.connexions.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connexions.application.testing.Fixtures;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ForgedTokensTest {

    private final ForgedTokens forged = new ForgedTokens(2, Duration.ofMinutes(1), 50);

    @Test
    void saysHowMuchOfTheWindowIsLeft() throws UnknownHostException {
        var address = InetAddress.getByName("192.0.2.1");
        assertThat(forged.add(address, Fixtures.NOW)).isEmpty();
        assertThat(forged.add(address, Fixtures.NOW.plusSeconds(15))).isEmpty();
        assertThat(forged.add(address, Fixtures.NOW.plusSeconds(20))).contains(Duration.ofSeconds(40));
        assertThat(forged.add(address, Fixtures.NOW.plusSeconds(59))).contains(Duration.ofSeconds(1));
        assertThat(forged.add(address, Fixtures.NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void takesANetworkOfOneSubscriberForOne() throws UnknownHostException {
        assertThat(forged.add(InetAddress.getByName("2001:db8:1:2::1"), Fixtures.NOW))
                .isEmpty();
        assertThat(forged.add(InetAddress.getByName("2001:db8:1:2:ffff::2"), Fixtures.NOW))
                .isEmpty();
        assertThat(forged.add(InetAddress.getByName("2001:db8:1:2::3"), Fixtures.NOW))
                .isPresent();
        assertThat(forged.add(InetAddress.getByName("2001:db8:1:3::1"), Fixtures.NOW))
                .isEmpty();
    }

    @Test
    void remembersAsManyAddressesAsItMay() throws UnknownHostException {
        for (var i = 0; i < 1_000; i++) {
            forged.add(InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >> 8), (byte) i}), Fixtures.NOW);
            assertThat(forged.size()).isLessThanOrEqualTo(50);
        }
    }
}
