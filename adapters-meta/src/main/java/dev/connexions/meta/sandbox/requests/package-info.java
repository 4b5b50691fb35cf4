/** What the sandbox was asked, without the secrets. */
@NullMarked
package dev.connexions.meta.sandbox.requests;

import org.jspecify.annotations.NullMarked;
