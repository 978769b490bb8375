/**
 * Users, their sessions and keys, what is restricted, and the log of who came in.
 *
 * Passwords, sessions, keys and tokens are kept as hashes. What changes a user, a key or a restricted name
 * goes into the audit, without secrets, restricted names as salted hashes (SAFETY C5, C10). Log-ins and
 * refusals have a chain of their own, so that coming in never waits behind a long import.
 */
import {type Kysely, sql} from 'kysely'

const auditColumns = 'at, who, action, object, old, new, reason'

const statements = [
  `create table users (
    id text primary key, name text not null, name_key text not null unique,
    role text not null check (role in ('reader', 'analyst', 'reviewer', 'publisher', 'admin')),
    password text, password_at text, totp_secret text, totp_since text, totp_step bigint,
    created_at text not null, disabled_at text)`,
  `create table recovery_codes (user_id text not null references users, hash text not null, used_at text, primary key (user_id, hash))`,
  `create table sessions (
    id text primary key, hash text not null unique, user_id text not null references users,
    made_at text not null, seen_at text not null, address text not null, agent text not null)`,
  `create index sessions_user on sessions (user_id)`,
  `create table api_keys (
    id text primary key, hash text not null unique, user_id text not null references users, name text not null, scopes jsonb not null,
    made_at text not null, expires_at text not null, revoked_at text, used_at text)`,
  `create index api_keys_user on api_keys (user_id)`,
  // Without a user: whoever has the link becomes the first admin.
  `create table set_up_tokens (
    hash text primary key, user_id text references users, made_at text not null, expires_at text not null, used_at text)`,
  `create table restricted_names (
    id text primary key, name text not null, reason text not null, salt text not null, made_by text not null, made_at text not null)`,

  `create function user_summary(entry users) returns jsonb language sql immutable as $$
    select jsonb_build_object('role', entry.role, 'disabledAt', entry.disabled_at, 'passwordSetAt', entry.password_at,
      'secondFactorSince', entry.totp_since) $$`,
  `create function user_changed() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), case when tg_op = 'INSERT' then 'add user' else 'change user' end,
        'user ' || new.name, case when tg_op = 'INSERT' then null else user_summary(old) end, user_summary(new), change_reason());
      return null;
    end $$`,
  `create trigger user_added after insert on users for each row execute function user_changed()`,
  `create trigger user_changed after update on users for each row when (user_summary(old) is distinct from user_summary(new)) execute function user_changed()`,
  `create trigger append_only before delete or truncate on users for each statement execute function append_only()`,

  `create function key_summary(entry api_keys) returns jsonb language sql stable as $$
    select jsonb_build_object('name', entry.name, 'user', (select name from users where id = entry.user_id), 'scopes', entry.scopes,
      'expiresAt', entry.expires_at, 'revokedAt', entry.revoked_at) $$`,
  `create function key_changed() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), case when tg_op = 'INSERT' then 'make key' else 'revoke key' end,
        'key ' || new.id, case when tg_op = 'INSERT' then null else key_summary(old) end, key_summary(new), change_reason());
      return null;
    end $$`,
  `create trigger key_made after insert on api_keys for each row execute function key_changed()`,
  `create trigger key_revoked after update on api_keys for each row when (old.revoked_at is distinct from new.revoked_at) execute function key_changed()`,

  `create function name_summary(entry restricted_names) returns jsonb language sql immutable as $$
    select jsonb_build_object('name', encode(sha256(convert_to(entry.salt || entry.name, 'UTF8')), 'hex'), 'reason', entry.reason) $$`,
  `create function name_restricted() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), 'restrict name', 'name ' || new.id, null, name_summary(new), change_reason());
      return null;
    end $$`,
  `create function name_freed() returns trigger language plpgsql as $$
    begin
      insert into audit (${auditColumns}) values (change_at(), change_who(), 'free name', 'name ' || old.id, name_summary(old), null, change_reason());
      return null;
    end $$`,
  `create trigger name_restricted after insert on restricted_names for each row execute function name_restricted()`,
  `create trigger name_freed after delete on restricted_names for each row execute function name_freed()`,

  `create table security_log (
    seq bigint primary key, at text not null, who text not null, action text not null, object text, address text not null,
    previous text not null, hash text not null)`,
  `create table security_log_head (one boolean primary key default true check (one), seq bigint not null, hash text not null)`,
  `insert into security_log_head (seq, hash) values (0, '')`,
  `create function security_hash(entry security_log) returns text language sql stable as $$
    select encode(sha256(convert_to(jsonb_build_array(
      entry.seq, entry.at, entry.who, entry.action, entry.object, entry.address, entry.previous)::text, 'UTF8')), 'hex') $$`,
  `create function security_log_chains() returns trigger language plpgsql as $$
    declare
      last record;
    begin
      select seq, hash into last from security_log_head for update;
      new.seq := last.seq + 1;
      new.previous := last.hash;
      new.hash := security_hash(new);
      update security_log_head set seq = new.seq, hash = new.hash;
      return new;
    end $$`,
  `create trigger security_log_chains before insert on security_log for each row execute function security_log_chains()`,
  `create trigger append_only before update or delete or truncate on security_log for each statement execute function append_only()`,
  `create trigger append_only before insert or delete or truncate on security_log_head for each statement execute function append_only()`
]

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
