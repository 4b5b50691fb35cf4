/** A certificate authority of the sandbox's own, fresh at each start, and what it vouches for. */
@NullMarked
package dev.connexions.meta.sandbox.certificate;

import org.jspecify.annotations.NullMarked;
