package dev.connexions.web.connexion;

import dev.connexions.domain.connexion.Capability;
import dev.connexions.domain.connexion.Capability.Availability;
import dev.connexions.domain.connexion.Connexion;
import dev.connexions.web.connexion.ConnexionResponse.CapabilityResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.mapstruct.factory.Mappers;

/** A connexion as it is shown at this moment: what it can be used for depends on the time. */
final class ConnexionRepresentation {

    private static final ConnexionMapper MAPPER = Mappers.getMapper(ConnexionMapper.class);

    private final InstantSource clock;

    ConnexionRepresentation(InstantSource clock) {
        this.clock = clock;
    }

    ConnexionResponse of(Connexion connexion) {
        return of(connexion, clock.instant());
    }

    private static ConnexionResponse of(Connexion connexion, Instant now) {
        var capabilities = new LinkedHashMap<String, CapabilityResponse>();
        for (var capability : Capability.values()) {
            capabilities.put(capability.code(), of(connexion.availability(capability, now)));
        }
        return MAPPER.toResponse(connexion, LinkFields.of(connexion.state()), capabilities);
    }

    private static CapabilityResponse of(Availability availability) {
        return switch (availability) {
            case Availability.Available available -> new CapabilityResponse(true, null);
            case Availability.Unavailable(var reason) -> new CapabilityResponse(false, reason);
        };
    }
}
