/** Taking a connexion's owner through Meta's consent and back. */
@NullMarked
package dev.connexions.application.authorization;

import org.jspecify.annotations.NullMarked;
