// Remembers which header means which field, under a name; a profile of the same name is replaced.

import { LIFE } from '#shared/change/model.ts';
import type { Profile } from '#shared/domain/source.ts';
import { newRecordId } from '#shared/kit/context.ts';
import { done } from '#shared/kit/result.ts';
import { type Act, always } from './act.ts';

export const saveProfile: Act<Profile> = {
  name: 'act.saveProfile',
  allowed: always,
  run: (book, profile, ctx) => {
    const same = [...book.all('profile')].find((known) => known.name === profile.name);
    const record = same?.id ?? newRecordId(ctx);
    const writes = Object.entries(profile).map(([field, value]) => ({
      kind: 'profile',
      record,
      field,
      value: value as unknown,
    }));
    return done({
      act: saveProfile.name,
      writes: [{ kind: 'profile', record, field: LIFE, value: 'here' }, ...writes],
    });
  },
};
