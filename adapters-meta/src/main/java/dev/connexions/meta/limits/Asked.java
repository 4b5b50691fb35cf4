package dev.connexions.meta.limits;

import dev.connexions.domain.connexion.LoginProduct;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call, as far as limits go.
 *
 * @param about Meta's id of whom it counts against beside the app, if known
 */
public record Asked(LoginProduct product, @Nullable String about, Instant at) {}
