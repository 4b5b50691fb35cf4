/** Setting a connexion's daily limit, and reserving units of it. */
@NullMarked
package dev.connexions.application.quota;

import org.jspecify.annotations.NullMarked;
