import { Route, Routes } from 'react-router'
import { StaffLoginPage } from '../../pages/staff/login-page.tsx'
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
        <Route path="*" element={<StaffNotFound />} />
      </Route>
    </Routes>
  )
}
