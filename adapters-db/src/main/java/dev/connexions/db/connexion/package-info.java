/** The connexions in the platform's table, and what that table cannot express beside it. */
@NullMarked
package dev.connexions.db.connexion;

import org.jspecify.annotations.NullMarked;
