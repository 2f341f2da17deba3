import { Route, Routes } from 'react-router'
import { StaffLoginPage } from '../../pages/staff/login-page.tsx'
import { NewOrganisationPage } from '../../pages/staff/new-organisation-page.tsx'
import { OrganisationPage } from '../../pages/staff/organisation-page.tsx'
import { OrganisationsPage } from '../../pages/staff/organisations-page.tsx'
import { StaffSearchPage } from '../../pages/staff/search-page.tsx'
import { StaffNotFound } from '../../ui/staff/staff-not-found.tsx'
import { StaffEntryLayout, StaffLayout } from './staff-layout.tsx'
import '../../ui/styles/staff/index.css'

/** The whole console is one bundle: whoever works here opens all of them every day. */
export function StaffConsole() {
  return (
    <Routes>
      <Route element={<StaffEntryLayout />}>
        <Route path="login" element={<StaffLoginPage />} />
      </Route>
      <Route element={<StaffLayout />}>
        <Route index element={<StaffSearchPage />} />
        <Route path="organisations" element={<OrganisationsPage />} />
        <Route path="organisations/new" element={<NewOrganisationPage />} />
        <Route path="organisations/:id" element={<OrganisationPage />} />
        <Route path="*" element={<StaffNotFound />} />
      </Route>
    </Routes>
  )
}
